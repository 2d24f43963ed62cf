using LeakageAnalyzers.Tool.Prove.Running;

namespace LeakageAnalyzers.Tool.Prove.Results.Intervals;

/// <summary>What one run of one variant has to say of a metric at an evaluation.</summary>
/// <param name="Values">Its value in each evaluation or fold that counts: their mean is that of the run.</param>
/// <param name="Parts">The rows of each of them; null where the record does not hold them all.</param>
internal sealed record RunEvidence(IReadOnlyList<double> Values, IReadOnlyList<TestedRows>? Parts)
{
    /// <summary>The value of the run.</summary>
    public double Value => Values.Average();
}

/// <summary>A metric with a leak and without, run by run, and what is known of the rows.</summary>
/// <param name="Metric">The metric's name.</param>
/// <param name="Leaky">The program as it stands.</param>
/// <param name="Honest">The repaired program, in the same order.</param>
/// <param name="HasOwnRows">Whether no two runs have a row in common.</param>
/// <param name="Sizes">Tested and fitted rows of a split; null where they are not known.</param>
/// <param name="AreFolds">Whether the values of a run are those of the folds of one cross-validation.</param>
internal sealed record PairedEvidence(
    string Metric, IReadOnlyList<RunEvidence> Leaky, IReadOnlyList<RunEvidence> Honest, bool HasOwnRows, EvaluatedSizes? Sizes, bool AreFolds)
{
    /// <summary>By how much the first looks better than the second.</summary>
    public double Gain(double leaky, double honest) => MetricChoice.IsHigherBetter(Metric) ? leaky - honest : honest - leaky;
}
