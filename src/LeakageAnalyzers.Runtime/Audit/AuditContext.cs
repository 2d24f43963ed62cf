using LeakageAnalyzers.Runtime.Audit.Sources;

namespace LeakageAnalyzers.Runtime.Audit;

/// <summary>What a rule can ask.</summary>
internal sealed class AuditContext(IAuditSource source, AuditColumns columns, AuditOptions options, CancellationToken cancellation)
{
    private readonly Lazy<SplitOverlap> _overlap = new(() => source.Overlap(columns.Group, columns.Duplicates));
    private readonly Lazy<SampledSplit> _sample = new(() => SampledSplit.Read(source.Sample(options.MostSampledRows), columns));

    public IAuditSource Source => source;

    public AuditColumns Columns => columns;

    public AuditOptions Options => options;

    public CancellationToken Cancellation => cancellation;

    /// <summary>What the comparison of features found, for the report.</summary>
    public IReadOnlyList<ColumnShift> Shifts { get; set; } = [];

    /// <summary>How many rows there are.</summary>
    public SideCounts Rows => _overlap.Value.Rows;

    /// <summary>What the sides have of the groups; null without a group column.</summary>
    public GroupOverlap? Groups => _overlap.Value.Groups;

    /// <summary>What the sides have of the values of duplicates; null without a column to compare.</summary>
    public ContentOverlap? Content => _overlap.Value.Content;

    /// <summary>A sample of both sides, in memory.</summary>
    public SampledSplit Sample => _sample.Value;
}
