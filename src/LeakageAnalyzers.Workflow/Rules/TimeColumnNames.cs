using LeakageAnalyzers.Workflow.Rows;

namespace LeakageAnalyzers.Workflow.Rules;

/// <summary>Which columns say when a row was observed: declared ones first, else by their types and names.</summary>
public sealed class TimeColumnNames : ColumnNames
{
    private static readonly HashSet<string> Times = Words("date datetime timestamp");
    private static readonly HashSet<string> TimesByThemselves = Words("date datetime timestamp time");

    // As a number, a day is one of the month; as a date, it is a time. A duration bears other names.
    private static readonly HashSet<string> TimesByType = Words("day week month quarter year hour at on when moment");

    // Dates in a person's or a thing's life say nothing about when the row was observed.
    private static readonly HashSet<string> LifeDates = Words("birth dob born death died hire hired join joined due expiry expiration release");

    // Dates at which an individual comes in: rows may be sorted by them, but a table of one row an individual is no series.
    private static readonly HashSet<string> EntryDates = Words("signup enrollment enrolment enrolled registration registered admission admitted issue issued snapshot");

    /// <summary>The default names, widened and narrowed by <paramref name="patterns"/>.</summary>
    public TimeColumnNames(ColumnNamePatterns patterns)
        : base(patterns, ColumnRoles.Time)
    {
    }

    /// <summary>Names that end in date, datetime or timestamp, and <c>Time</c> alone; of dates also those that end in a period or in <c>At</c> or <c>On</c>.</summary>
    public static TimeColumnNames Default { get; } = new(ColumnNamePatterns.None);

    /// <summary>Whether a column of this type can be sorted along time.</summary>
    public static bool HasOrder(ColumnType type) => type is ColumnType.Time or ColumnType.Real or ColumnType.WholeNumber;

    /// <summary>The time that the rows of <paramref name="schema"/> were observed at, or null: the date at which an individual came in is such a time only where the user says so.</summary>
    public override Column? FindIn(RowSchema schema) => schema.Columns.FirstOrDefault(IsDeclared)
        ?? schema.Columns.FirstOrDefault(column => !column.IsDerived && IsNamed(column) && (IsAskedFor(column) || !ColumnNameWords.Of(column.Name).Any(EntryDates.Contains)));

    /// <summary>Whether <paramref name="name"/> says that it is a time and nothing of what happened then.</summary>
    internal static bool IsPlain(string name) => ColumnNameWords.Of(name).All(word => TimesByThemselves.Contains(word) || TimesByType.Contains(word));

    /// <inheritdoc/>
    protected override bool FitsType(ColumnType type) => type is not (ColumnType.Boolean or ColumnType.Vector or ColumnType.Key);

    /// <inheritdoc/>
    private protected override bool IsDefault(Column column) => base.IsDefault(column) || (column.Type == ColumnType.Time && EndsIn(TimesByType, ColumnNameWords.Of(column.Name)));

    /// <inheritdoc/>
    protected override bool IsDefaultName(IReadOnlyList<string> words) => words.Count switch
    {
        0 => false,
        1 => TimesByThemselves.Contains(words[0]),
        _ => EndsIn(Times, words),
    };

    private static bool EndsIn(HashSet<string> times, IReadOnlyList<string> words) =>
        words.Count > 0 && times.Contains(words[words.Count - 1]) && !words.Any(LifeDates.Contains);
}
