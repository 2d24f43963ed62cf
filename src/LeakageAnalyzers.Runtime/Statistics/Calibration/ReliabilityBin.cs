namespace LeakageAnalyzers.Runtime.Statistics;

/// <summary>One point of a reliability curve.</summary>
/// <param name="Rows">The number of rows in the bin, at least 1.</param>
/// <param name="MeanPredicted">The mean predicted probability of these rows.</param>
/// <param name="ObservedShare">The share of these rows that are positive.</param>
/// <param name="Interval">The Wilson interval of that share.</param>
public sealed record ReliabilityBin(long Rows, double MeanPredicted, double ObservedShare, ConfidenceInterval Interval)
{
    /// <summary>Observed share minus mean prediction: positive where the model predicts too little.</summary>
    public double Gap => ObservedShare - MeanPredicted;
}
