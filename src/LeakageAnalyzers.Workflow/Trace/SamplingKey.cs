namespace LeakageAnalyzers.Workflow.Trace;

/// <summary>How a split keeps groups together.</summary>
/// <param name="Kind">Whether there is a key, and whether it is known.</param>
/// <param name="Column">The column, where it is known.</param>
public sealed record SamplingKey(SamplingKeyKind Kind, string? Column)
{
    /// <summary>The argument in which the column is handed to ML.NET; null where it is implied, and where another library cuts by it.</summary>
    public Place? Argument { get; init; }

    /// <summary>Names the seed of the hash that cuts by it: equal names are equal seeds. Null where that is not known.</summary>
    public string? Seed { get; init; }

    /// <summary>Rows are cut one by one.</summary>
    public static SamplingKey None { get; } = new(SamplingKeyKind.None, null);

    /// <summary>There may be a key, and it is not known.</summary>
    public static SamplingKey Unknown { get; } = new(SamplingKeyKind.Unknown, null);

    /// <summary>Rows are cut by their position.</summary>
    public static SamplingKey Position { get; } = new(SamplingKeyKind.Position, null);

    /// <summary>Chance decides on each row by itself.</summary>
    internal static SamplingKey Chance { get; } = new(SamplingKeyKind.Chance, null);

    /// <summary>Groups of rows, each with one value of <paramref name="column"/>, are cut by their position.</summary>
    internal static SamplingKey PositionOf(string column) => new(SamplingKeyKind.Position, column);

    /// <summary>Rows are cut one by one, whatever key is given.</summary>
    public static SamplingKey Ignored { get; } = new(SamplingKeyKind.Ignored, null);

    /// <summary>Rows of one value of <paramref name="column"/> stay together.</summary>
    public static SamplingKey By(string column) => new(SamplingKeyKind.Column, column);
}

/// <summary>Whether a split has a sampling key.</summary>
public enum SamplingKeyKind
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>It has none.</summary>
    None,

    /// <summary>It cannot have one: it goes by the position of the rows, or of whole groups of them.</summary>
    Position,

    /// <summary>It accepts one and does not heed it.</summary>
    Ignored,

    /// <summary>It has one, and its name is known.</summary>
    Column,

    /// <summary>It cannot have one: it draws for each row by itself.</summary>
    Chance,
}
