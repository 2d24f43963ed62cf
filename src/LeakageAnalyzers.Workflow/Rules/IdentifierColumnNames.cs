using LeakageAnalyzers.Workflow.Rows;

namespace LeakageAnalyzers.Workflow.Rules;

/// <summary>Which columns name the row or the individual it is about, so that a model can recognize it: declared ones first, else by their names.</summary>
public sealed class IdentifierColumnNames : ColumnNames
{
    // What names a row by itself.
    private static readonly HashSet<string> Identifiers = Words("id ids uid guid uuid identifier mrn ssn rowid recordid");

    // What names a row where an identifier is made of it. A store, vendor, product or hospital has many rows and may well be an input.
    private static readonly HashSet<string> Rows = Words(
        "row record sample observation entry visit encounter admission stay order invoice transaction ticket booking passenger loan claim image file unique");

    private static readonly HashSet<string> IdentifierSuffixes = Words("id ids uid guid uuid identifier no nr num number #");

    /// <summary>The default names, widened and narrowed by <paramref name="patterns"/>.</summary>
    public IdentifierColumnNames(ColumnNamePatterns patterns)
        : base(patterns, ColumnRoles.Identifier)
    {
    }

    /// <summary>Names such as <c>Id</c>, <c>row_id</c> and <c>PassengerId</c>.</summary>
    public static IdentifierColumnNames Default { get; } = new(ColumnNamePatterns.None);

    /// <summary>
    /// Whether <paramref name="column"/> names a row of <paramref name="schema"/>: a <c>VisitNumber</c> beside the patient, as <paramref name="groups"/> know one, counts the visits of each and names none.
    /// </summary>
    internal bool IncludesIn(RowSchema schema, Column column, GroupColumnNames groups) =>
        Includes(column) && (IsAskedFor(column) || !OrdinalNames.Include(column) || !schema.Columns.Any(groups.Includes));

    /// <inheritdoc/>
    protected override bool FitsType(ColumnType type) => type is not (ColumnType.Boolean or ColumnType.Vector or ColumnType.Time);

    /// <inheritdoc/>
    protected override bool IsDefaultName(IReadOnlyList<string> words) => words.Count switch
    {
        0 => false,
        1 => Identifiers.Contains(words[0]),
        var count => IdentifierSuffixes.Contains(words[count - 1]) && Rows.Contains(words[count - 2]),
    };
}
