using LeakageAnalyzers.Tool.Prove.Running;

namespace LeakageAnalyzers.Tool.Prove.Results;

/// <summary>A variant and what its runs came to.</summary>
/// <param name="Built">The variant.</param>
/// <param name="Runs">Its runs, by number.</param>
internal sealed record MeasuredVariant(BuiltVariant Built, IReadOnlyList<RunOutcome> Runs)
{
    /// <summary>Why there is nothing to compare, in one line; null where there is.</summary>
    public string? Failure => Runs.Count == 0 ? "it was not run"
        : Runs.FirstOrDefault(run => run.Scores.Count == 0) is not { } silent ? null
        : silent.Failure is { } failure ? $"{failure}{(Runs.Count > 1 ? $" in run {Runs.Count}" : "")}, before it evaluates anything"
        : "it ends before it evaluates anything";

    /// <summary>Why a run that gave scores did not come to its end; null where all did.</summary>
    public string? Remark => Failure is null ? Runs.Select(run => run.Failure).FirstOrDefault(failure => failure is not null) : null;

    /// <summary>Names of the metrics that every run has a finite value of at a site.</summary>
    public IReadOnlyCollection<string> MetricsAt(int site) => Runs.Select(run => run.Scores.Where(score => score.Site == site).ToList())
        .Select(scores => scores.Count == 0 ? [] : scores.SelectMany(score => score.Metrics.Keys).Distinct().Where(metric => scores.TrueForAll(score => score.Metrics.TryGetValue(metric, out var value) && double.IsFinite(value))))
        .Aggregate((all, next) => all.Intersect(next)).ToList();

    /// <summary>The value of a metric at a site, one for each run: the mean of its evaluations there.</summary>
    public IReadOnlyList<double> MeansAt(int site, string metric) => [.. Runs.Select(run => Values(run, site, metric).Average())];

    /// <summary>The same, but the best of them: what somebody reports who chooses by this score.</summary>
    public IReadOnlyList<double> BestAt(int site, string metric) => [.. Runs.Select(run => MetricChoice.IsHigherBetter(metric) ? Values(run, site, metric).Max() : Values(run, site, metric).Min())];

    private static IEnumerable<double> Values(RunOutcome run, int site, string metric) => run.Scores.Where(score => score.Site == site).Select(score => score.Metrics[metric]);
}
