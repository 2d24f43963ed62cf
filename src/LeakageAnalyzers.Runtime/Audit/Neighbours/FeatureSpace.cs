namespace LeakageAnalyzers.Runtime.Audit.Neighbours;

/// <summary>Numeric features as points: standardized by mean and standard deviation of the train rows, a missing value at the mean, constant features left out.</summary>
/// <param name="Train">One point a train row.</param>
/// <param name="Test">One point a test row.</param>
internal sealed record FeatureSpace(float[][] Train, float[][] Test)
{
    private const double LargestSquared = 1e150;

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

    // A value beyond the range of single precision stays the farthest there is, so that every distance is finite.
    private static float Standardize(double value, (double Mean, double Deviation) scale) =>
        double.IsNaN(value) || double.IsInfinity(value) ? 0 : (float)Math.Max(-float.MaxValue, Math.Min(float.MaxValue, (value - scale.Mean) / scale.Deviation));

    private static double Square(double value) => value * value;

    private static (double Mean, double Deviation) Scale(double[] values)
    {
        double[] present = [.. values.Where(value => !double.IsNaN(value) && !double.IsInfinity(value))];
        var largest = present.Select(Math.Abs).DefaultIfEmpty(0).Max();

        // The squares of numbers beyond the unit would be infinite.
        var unit = largest > LargestSquared ? largest : 1;
        var mean = present.Select(value => value / unit).DefaultIfEmpty(0).Average();
        return (mean * unit, unit * Math.Sqrt(present.Select(value => Square((value / unit) - mean)).DefaultIfEmpty(0).Average()));
    }
}
