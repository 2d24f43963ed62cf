using Microsoft.ML;

namespace LeakageAnalyzers.Runtime.Audit.Sources;

/// <summary>Answers the questions of the rules about train and test rows, wherever these are.</summary>
internal interface IAuditSource
{
    /// <summary>The columns that both sides have.</summary>
    public IReadOnlyList<AuditColumn> Columns { get; }

    /// <summary>Whether each side has a row at all.</summary>
    public (bool Train, bool Test) HaveRows();

    /// <summary>
    /// How many rows there are, what the sides have of the groups that <paramref name="group"/> names, and how many test rows have the values of a train row in all of
    /// <paramref name="columns"/>: asked at once, so that the rows need to be read only once.
    /// </summary>
    public SplitOverlap Overlap(string? group, IReadOnlyList<string> columns);

    /// <summary>How the sides lie in time.</summary>
    public TimeOverlap Times(string column);

    /// <summary>The rows of each value of <paramref name="column"/>; where <paramref name="group"/> is given, its groups instead of rows.</summary>
    public IReadOnlyDictionary<string, SideCounts> Values(string column, string? group);

    /// <summary>At most so many rows of each side, drawn at random.</summary>
    public (IDataView Train, IDataView Test) Sample(int mostRows);
}

/// <summary>Counts of the two sides.</summary>
internal readonly record struct SideCounts(long Train, long Test);

/// <summary>What the sides have in common.</summary>
/// <param name="Rows">How many rows there are.</param>
/// <param name="Groups">What they have of groups; null without a group column.</param>
/// <param name="Content">What they have of values; null without a column to compare.</param>
internal sealed record SplitOverlap(SideCounts Rows, GroupOverlap? Groups, ContentOverlap? Content);

/// <summary>What the sides have of groups.</summary>
/// <param name="Groups">How many groups each side has.</param>
/// <param name="SharedGroups">How many are on both sides.</param>
/// <param name="SharedTestRows">How many test rows are of these.</param>
/// <param name="Ungrouped">The rows without a group.</param>
/// <param name="Examples">Some shared groups, in ordinal order.</param>
internal sealed record GroupOverlap(SideCounts Groups, long SharedGroups, long SharedTestRows, SideCounts Ungrouped, IReadOnlyList<string> Examples)
{
    /// <summary>How many examples are kept.</summary>
    public const int MostExamples = 5;
}

/// <summary>Test rows whose values are those of a train row.</summary>
/// <param name="SharedTestRows">How many there are.</param>
/// <param name="DistinctTrainRows">How many different train rows there are.</param>
internal sealed record ContentOverlap(long SharedTestRows, long DistinctTrainRows);

/// <summary>How the sides lie in time.</summary>
/// <param name="EarlyTestRows">The test rows that are not later than the latest train row.</param>
/// <param name="Undated">The rows without a time.</param>
internal sealed record TimeOverlap(long EarlyTestRows, SideCounts Undated);
