using LeakageAnalyzers.Runtime.Statistics;

namespace LeakageAnalyzers.Runtime.Evaluation;

/// <summary>What a model scored on test rows, every metric with its interval.</summary>
public abstract class ModelEvaluation
{
    private readonly Dictionary<string, MetricEstimate> byName;

    private protected ModelEvaluation(ScoredRows rows, IReadOnlyList<MetricEstimate> metrics, IntervalOptions options)
    {
        (Rows, Groups, GroupColumn, Note, Metrics, Options) = (rows.Count, rows.DrawnGroups?.Count, rows.DrawnGroups?.ColumnName, rows.Note, metrics, options);
        byName = metrics.ToDictionary(metric => metric.Name, StringComparer.Ordinal);
    }

    /// <summary>The number of test rows.</summary>
    public int Rows { get; }

    /// <summary>The number of groups, or of a ranker's queries, that were drawn as wholes; null where rows were drawn one by one.</summary>
    public int? Groups { get; }

    /// <summary>The column that names them; null where rows were drawn one by one.</summary>
    public string? GroupColumn { get; }

    /// <summary>
    /// What a reader has to know about all intervals: that fewer than 30 groups make them too narrow, or that rows without a group were drawn as groups of their own. Null
    /// if nothing.
    /// </summary>
    public string? Note { get; }

    /// <summary>How the intervals were computed.</summary>
    public IntervalOptions Options { get; }

    /// <summary>Every metric, the ones that ML.NET reports first.</summary>
    public IReadOnlyList<MetricEstimate> Metrics { get; }

    /// <summary>The metric of that name.</summary>
    /// <param name="metric">A name in <see cref="Metrics"/>.</param>
    /// <exception cref="ArgumentException">There is no such metric.</exception>
    public MetricEstimate this[string metric] => byName.TryGetValue(Check.NotNull(metric), out var found)
        ? found
        : throw new ArgumentException($"There is no metric '{metric}'; there are {string.Join(", ", byName.Keys)}.", nameof(metric));

    /// <summary>One line a metric, under a line that says what was drawn.</summary>
    public override string ToString()
    {
        var units = Groups is { } groups ? $"{Counted.Of(groups, "group")} of '{GroupColumn}'" : "rows";
        return $"{Counted.Of(Rows, "row")}; {Counted.Of(Options.Resamples, "bootstrap resample")} of {units}\n{(Note is null ? "" : $"{Note}\n")}" + string.Join("\n", Metrics);
    }
}
