namespace LeakageAnalyzers.Runtime.Audit.Neighbours;

/// <summary>Numeric features as points: standardized by mean and standard deviation of the train rows, a missing value at the mean, constant features left out.</summary>
/// <param name="Train">One point a train row.</param>
/// <param name="Test">One point a test row.</param>
internal sealed record FeatureSpace(float[][] Train, float[][] Test)
{
    /// <summary>The number of features; 0 where none varies.</summary>
    public int Dimensions => Train.Length == 0 ? 0 : Train[0].Length;

    /// <summary>The space of the numeric features of <paramref name="split"/>.</summary>
    public static FeatureSpace Of(SampledSplit split) =>
        Of([.. split.Train.Numbers.Select(feature => (feature.Value, split.Test.Numbers[feature.Key]))], split.Train.Count, split.Test.Count);

    /// <summary>The space of these features, each with its train and its test values.</summary>
    public static FeatureSpace Of(IReadOnlyList<(double[] Train, double[] Test)> features, int trainRows, int testRows)
    {
        var scaled = features.Select(feature => (Feature: feature, Scale: Scale(feature.Train))).Where(entry => entry.Scale.Deviation > 0).ToList();
        float[] Point(Func<(double[] Train, double[] Test), double> value) =>
            [.. scaled.Select(entry => Standardize(value(entry.Feature), entry.Scale))];

        return new FeatureSpace(
            [.. Enumerable.Range(0, trainRows).Select(row => Point(feature => feature.Train[row]))],
            [.. Enumerable.Range(0, testRows).Select(row => Point(feature => feature.Test[row]))]);
    }

    private static float Standardize(double value, (double Mean, double Deviation) scale) =>
        double.IsNaN(value) || double.IsInfinity(value) ? 0 : (float)((value - scale.Mean) / scale.Deviation);

    private static (double Mean, double Deviation) Scale(double[] values)
    {
        double[] present = [.. values.Where(value => !double.IsNaN(value) && !double.IsInfinity(value))];
        var mean = present.DefaultIfEmpty(0).Average();
        return (mean, Math.Sqrt(present.Select(value => (value - mean) * (value - mean)).DefaultIfEmpty(0).Average()));
    }
}
