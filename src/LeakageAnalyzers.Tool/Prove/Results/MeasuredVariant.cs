using LeakageAnalyzers.Tool.Prove.Results.Intervals;
using LeakageAnalyzers.Tool.Prove.Running;

namespace LeakageAnalyzers.Tool.Prove.Results;

/// <summary>A variant and what its runs came to.</summary>
/// <param name="Built">The variant.</param>
/// <param name="Runs">Its runs, by number.</param>
internal sealed record MeasuredVariant(BuiltVariant Built, IReadOnlyList<RunOutcome> Runs)
{
    /// <summary>Why there is nothing to compare, in one line; null where some run gave scores.</summary>
    public string? Failure => Runs.Count == 0 ? "it was not run"
        : Runs.Any(run => run.Scores.Count > 0) ? null
        : Runs[0].Failure is { } failure ? $"{failure}, before it evaluates anything"
        : "it ends before it evaluates anything";

    /// <summary>What a reader should know of runs that did not come to their end: how many gave no score, or why those that did ended early; null where all went well.</summary>
    public string? Remark => Failure is not null ? null
        : Runs.FirstOrDefault(run => run.Scores.Count == 0) is { } silent ? $"{Runs.Count(run => run.Scores.Count == 0)} of {Runs.Count} runs are left out: {silent.Failure ?? "nothing is tested"}"
        : Runs.Select(run => run.Failure).FirstOrDefault(failure => failure is not null);

    /// <summary>The same with those runs alone whose numbers are given.</summary>
    public MeasuredVariant Only(IReadOnlyList<int> runs) => this with { Runs = [.. runs.Select(run => Runs[run])] };

    /// <summary>Names of the metrics that every run has a finite value of at a site.</summary>
    public IReadOnlyCollection<string> MetricsAt(int site) => Runs.Select(run => run.Scores.Where(score => score.Site == site).ToList())
        .Select(scores => scores.Count == 0 ? [] : scores.SelectMany(score => score.Metrics.Keys).Distinct().Where(metric => scores.TrueForAll(score => score.Metrics.TryGetValue(metric, out var value) && double.IsFinite(value))))
        .Aggregate((all, next) => all.Intersect(next)).ToList();

    /// <summary>What each run says of a metric at a site: all its evaluations there, or the best alone, which is what somebody reports who chooses by this score.</summary>
    public IReadOnlyList<RunEvidence> At(int site, string metric, bool isBest) => [.. Runs.Select(run =>
    {
        var values = run.Scores.Where(score => score.Site == site).Select(score => score.Metrics[metric]).ToList();
        var rows = run.Tested.Where(tested => tested.Site == site).ToList();
        var best = isBest ? values.IndexOf(MetricChoice.IsHigherBetter(metric) ? values.Max() : values.Min()) : 0;
        var parts = rows.Count == values.Count ? rows : null;
        return isBest ? new RunEvidence([values[best]], parts is null ? null : [parts[best]]) : new RunEvidence(values, parts);
    })];

    /// <summary>Whether no two runs load a row in common.</summary>
    public bool HasOwnRows => Runs.All(run => run.Data.Count > 0) && Runs.SelectMany(run => run.Data).Distinct().Count() == Runs.Sum(run => run.Data.Count);

    /// <summary>How many rows were tested and fitted at a site, by the first run that knows; null where none does.</summary>
    public EvaluatedSizes? SizesAt(int number) => Built.Recorded.Sites[number] is var site
        ? Runs.SelectMany(run => run.Sizes).FirstOrDefault(sizes => sizes.TreePath == site.TreePath && sizes.TreeLine == site.TreeLine)
        : null;
}
