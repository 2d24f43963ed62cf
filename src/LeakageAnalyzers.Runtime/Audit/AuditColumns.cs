using LeakageAnalyzers.Runtime.Audit.Sources;
using LeakageAnalyzers.Workflow.Rules;

namespace LeakageAnalyzers.Runtime.Audit;

/// <summary>The part that each column plays.</summary>
internal sealed record AuditColumns(
    string? Group, string? Label, string? Time, IReadOnlyList<AuditColumn> Features, IReadOnlyList<AuditColumn> CopiedColumns, IReadOnlyList<string> Subgroups)
{
    private const string DefaultLabel = "Label";

    /// <summary>The columns that are equal in exact duplicates.</summary>
    public IReadOnlyList<string> Duplicates { get; } = [.. CopiedColumns.Where(column => column.IsComparable).Select(column => column.Name)];

    /// <summary>The columns that resemble each other in near duplicates.</summary>
    public IReadOnlyList<AuditColumn> NearDuplicates { get; } =
        [.. CopiedColumns.Where(column => column.Kind is ColumnKind.Number or ColumnKind.Vector or ColumnKind.Text or ColumnKind.Image)];

    /// <summary>Follows the options.</summary>
    /// <exception cref="ArgumentException">They name a column that is not there, or that cannot play its part.</exception>
    public static AuditColumns Resolve(IReadOnlyList<AuditColumn> columns, AuditOptions options)
    {
        AuditColumn Find(string name, string option) => columns.FirstOrDefault(column => column.Name == name) ?? throw new ArgumentException(
            $"There is no column '{name}', which {option} names; there are {string.Join(", ", columns.Select(column => $"'{column.Name}'"))}.", option);

        string? Named(string? name, string option, Func<AuditColumn, bool> fits, string what) => name is null || fits(Find(name, option)) ? name : throw new ArgumentException(
            $"The column '{name}' of {option} holds {Find(name, option).Type}, which cannot {what}.", option);

        var group = Named(options.GroupColumn, nameof(options.GroupColumn), column => column.IsNaming, "name groups")
            ?? columns.FirstOrDefault(column => column.IsNaming && column.Kind != ColumnKind.Time && GroupColumnNames.Default.IncludesName(column.Name))?.Name;
        var label = Named(options.LabelColumn, nameof(options.LabelColumn), column => column.IsNaming, "be a label")
            ?? columns.FirstOrDefault(column => column.Name == DefaultLabel && column.IsNaming)?.Name;
        var time = Named(options.TimeColumn, nameof(options.TimeColumn), column => column.Kind is ColumnKind.Time or ColumnKind.Number, "order rows in time");
        var subgroups = options.SubgroupColumns.Select(name => Named(name, nameof(options.SubgroupColumns), column => column.IsNaming, "name subgroups")!).ToList();
        var identifiers = options.IdentifierColumns.Select(name => Find(name, nameof(options.IdentifierColumns)).Name);
        var roles = new HashSet<string?>(identifiers) { group, label, time };
        IReadOnlyList<AuditColumn> features = options.FeatureColumns is { } given
            ? [.. given.Select(name => Find(name, nameof(options.FeatureColumns)))]
            : [.. columns.Where(column => !roles.Contains(column.Name))];
        var copied = options.DuplicateColumns is { } chosen
            ? [.. chosen.Select(name => Find(name, nameof(options.DuplicateColumns)))]
            : features;
        return new AuditColumns(group, label, time, features, copied, subgroups);
    }
}
