using LeakageAnalyzers.Workflow.Rows;

namespace LeakageAnalyzers.Workflow.Rules;

/// <summary>Which columns name the individual that several rows belong to: declared ones first, else by their names.</summary>
public sealed class GroupColumnNames
{
    // Words that mean an individual by themselves.
    private static readonly HashSet<string> Individuals = Words("patient participant mrn");

    // Words that mean one where an identifier is made of them: PatientId names a patient, Case or Session alone may be anything.
    private static readonly HashSet<string> IndividualsWithSuffix = Words(
        "patient participant subject subj person case individual volunteer donor study household customer user client member session device eye twin family");

    private static readonly HashSet<string> IdentifierSuffixes = Words("id ids uid guid uuid identifier code key no nr num number #");

    private readonly ColumnNamePatterns _patterns;

    /// <summary>The default names, widened and narrowed by <paramref name="patterns"/>.</summary>
    public GroupColumnNames(ColumnNamePatterns patterns) => _patterns = patterns;

    /// <summary>The names that medicine and commerce use.</summary>
    public static GroupColumnNames Default { get; } = new(ColumnNamePatterns.None);

    /// <summary>The group column of <paramref name="schema"/>, or null: a declared one wins over names; a column computed from others is none.</summary>
    public Column? FindIn(RowSchema schema) =>
        schema.Columns.FirstOrDefault(column => column.Roles.HasFlag(ColumnRoles.Group))
        ?? schema.Columns.FirstOrDefault(column => !column.IsDerived && IsGroup(column));

    /// <summary>Whether <paramref name="column"/> is one; null is none.</summary>
    public bool IsGroup(Column? column)
    {
        if (column is null || column.Roles != ColumnRoles.None)
        {
            return column?.Roles.HasFlag(ColumnRoles.Group) == true;
        }

        // A flag, a vector or a date names nobody.
        return column.Type is not (ColumnType.Boolean or ColumnType.Vector or ColumnType.Time) && IsGroupName(column.Name);
    }

    /// <summary>Whether a column of this <paramref name="name"/> is one: <c>PatientID</c>, <c>patient_id</c>, <c>subject#</c>, and not <c>caseCount</c>.</summary>
    public bool IsGroupName(string name)
    {
        if (_patterns.Decide(name) is { } decided)
        {
            return decided;
        }

        var words = ColumnNameWords.Of(name);
        return words.Count switch
        {
            0 => false,
            1 => Individuals.Contains(words[0]),
            var count => IdentifierSuffixes.Contains(words[count - 1]) && IndividualsWithSuffix.Contains(words[count - 2]),
        };
    }

    private static HashSet<string> Words(string words) => new(words.Split(' '), StringComparer.Ordinal);
}
