using LeakageAnalyzers.Workflow.Rows;

namespace LeakageAnalyzers.Workflow.Rules;

/// <summary>Which columns name the individual that several rows belong to: declared ones first, else by their names.</summary>
public sealed class GroupColumnNames : ColumnNames
{
    // Words that mean an individual by themselves.
    private static readonly HashSet<string> Individuals = Words("patient participant mrn");

    // Words that mean one where an identifier is made of them: PatientId names a patient, Case or Subject alone may be anything.
    private static readonly HashSet<string> Persons = Words(
        "patient participant subject subj person case individual volunteer donor study user customer client member mrn proband respondent pupil student employee");

    // What one person has several of, and what several persons share.
    private static readonly HashSet<string> PartsOfPersons = Words("session device eye");
    private static readonly HashSet<string> Collectives = Words("household family twin");

    // Where persons are treated or taken part in a study: each gives out names of its own. Many things have a site, which is such a place by itself or where a study is said to have it.
    private static readonly HashSet<string> Institutions = Words("hospital center centre clinic institution");
    private static readonly HashSet<string> Studies = Words("study trial imaging clinical acquisition recruiting recruitment");

    private static readonly HashSet<string> IdentifierSuffixes = Words("id ids uid guid uuid identifier code key no nr num number #");

    // Who bears a number in a study; a real CaseNumber or EmployeeNumber may be how many there are.
    private static readonly HashSet<string> Enrolled = Words("patient participant subject subj mrn proband respondent");

    // Two rows of an individual, one a side; the plain identifier beside them names the individual.
    private static readonly HashSet<string> Sides = Words("eye side laterality");

    /// <summary>The default names, widened and narrowed by <paramref name="patterns"/>.</summary>
    public GroupColumnNames(ColumnNamePatterns patterns)
        : base(patterns, ColumnRoles.Group)
    {
    }

    private enum Extent
    {
        PartOfPerson,
        Person,
        Collective,
    }

    /// <summary>The names that medicine and commerce use: <c>PatientID</c>, <c>patient_id</c> and <c>subject#</c> are such, <c>caseCount</c> is none.</summary>
    public static GroupColumnNames Default { get; } = new(ColumnNamePatterns.None);

    /// <summary>The group column of <paramref name="schema"/>, or null: a declared one wins over names, a person over sessions, devices and eyes.</summary>
    public override Column? FindIn(RowSchema schema) =>
        schema.Columns.FirstOrDefault(IsDeclared)
        ?? schema.Columns.Where(column => !column.IsDerived && IsNamed(column)).OrderBy(column => ExtentOf(column.Name) == Extent.PartOfPerson).FirstOrDefault()
        ?? (schema.Columns.Any(IsSide) ? schema.Columns.FirstOrDefault(IsPlainIdentifier) : null);

    /// <summary>Whether rows that share <paramref name="key"/> may contain all rows of one <paramref name="group"/>: a household or a hospital its persons, and not a session its patient.</summary>
    public bool MayContain(Column? key, Column group) => (Includes(key) && ExtentOf(key!.Name) >= ExtentOf(group.Name)) || (key is not null && IsSite(key) && ExtentOf(group.Name) == Extent.Person);

    /// <inheritdoc/>
    /// <remarks>A flag, a vector or a date names nobody.</remarks>
    protected override bool FitsType(ColumnType type) => type is not (ColumnType.Boolean or ColumnType.Vector or ColumnType.Time);

    /// <inheritdoc/>
    protected override bool IsDefaultName(IReadOnlyList<string> words) => words.Count switch
    {
        0 => false,
        1 => Individuals.Contains(words[0]),
        var count => IdentifierSuffixes.Contains(words[count - 1]) && NamesGroup(words[count - 2], words[count - 1]),
    };

    /// <inheritdoc/>
    private protected override bool IsDefault(Column column) => base.IsDefault(column) && !OrdinalNames.Include(column)
        && !(column.Type == ColumnType.Real && ColumnNameWords.Of(column.Name) is [.., var counted, "number"] && !Enrolled.Contains(counted));

    // The code of a device or an eye is its kind: Android, or the left one.
    private static bool NamesGroup(string word, string suffix) => Persons.Contains(word) || Collectives.Contains(word) || (PartsOfPersons.Contains(word) && suffix != "code");

    private static Extent ExtentOf(string name)
    {
        var words = ColumnNameWords.Of(name);
        var word = words.Count > 1 ? words[words.Count - 2] : "";
        return PartsOfPersons.Contains(word) ? Extent.PartOfPerson : Collectives.Contains(word) ? Extent.Collective : Extent.Person;
    }

    private static bool IsSite(Column column)
    {
        var words = ColumnNameWords.Of(column.Name);
        var count = words.Count > 1 && (words[words.Count - 1] == "name" || IdentifierSuffixes.Contains(words[words.Count - 1])) ? words.Count - 1 : words.Count;
        return count > 0 && (Institutions.Contains(words[count - 1]) || (words[count - 1] == "site" && (count == 1 || Studies.Contains(words[count - 2]))));
    }

    private static bool IsSide(Column column) => column.Type != ColumnType.Vector && ColumnNameWords.Of(column.Name) is [.., var last] && Sides.Contains(last);

    private bool IsPlainIdentifier(Column column) =>
        column is { IsDerived: false, Roles: ColumnRoles.None } && FitsType(column.Type) && ColumnNameWords.Of(column.Name) is ["id"];
}
