namespace ParkinsonsVoice;

/// <summary>How a score varies over seeds.</summary>
internal static class Spread
{
    /// <summary>Mean and sample standard deviation of <paramref name="scores"/>, as text.</summary>
    public static string Of(IReadOnlyCollection<double> scores)
    {
        var mean = scores.Average();
        var deviation = Math.Sqrt(scores.Sum(score => (score - mean) * (score - mean)) / (scores.Count - 1));
        return $"{mean:0.000} ± {deviation:0.000}";
    }
}
