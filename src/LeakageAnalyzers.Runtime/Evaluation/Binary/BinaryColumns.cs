namespace LeakageAnalyzers.Runtime.Evaluation;

/// <summary>The columns of scored rows; without a probability, metrics of probabilities are left out.</summary>
internal sealed record BinaryColumns(string Label, string Score, string PredictedLabel, string? Probability);
