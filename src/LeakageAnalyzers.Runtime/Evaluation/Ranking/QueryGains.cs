using static System.FormattableString;

namespace LeakageAnalyzers.Runtime.Evaluation;

/// <summary>The discounted cumulative gain of one query at every rank up to the last, and that of the best order (Järvelin and Kekäläinen 2002).</summary>
internal sealed class QueryGains
{
    private static readonly double[] GainOfLabel = [0, 3, 7, 15, 31];

    private readonly double[] gained;
    private readonly double[] best;

    private QueryGains(double[] gains, IReadOnlyList<int> labels, int lastRank)
    {
        gained = Cumulate(gains, lastRank);
        best = Cumulate([.. labels.Select(GainOf).OrderByDescending(gain => gain)], lastRank);
    }

    /// <summary>The gains of rows in the order of their scores.</summary>
    public static QueryGains InOrderOf(IReadOnlyList<double> scores, IReadOnlyList<int> labels, int lastRank)
    {
        // Of rows with equal scores the less relevant one comes first: a tie is no merit of the model. ML.NET does the same.
        var order = Enumerable.Range(0, labels.Count).OrderByDescending(row => scores[row]).ThenBy(row => labels[row]);
        return new([.. order.Select(row => GainOf(labels[row]))], labels, lastRank);
    }

    /// <summary>The gains that are expected of rows in random order: at every rank that of the mean row.</summary>
    public static QueryGains InRandomOrder(IReadOnlyList<int> labels, int lastRank) =>
        new([.. Enumerable.Repeat(labels.Average(GainOf), labels.Count)], labels, lastRank);

    public double Discounted(int rank) => gained[rank - 1];

    public double Normalized(int rank) => best[rank - 1] == 0 ? 0 : gained[rank - 1] / best[rank - 1];

    private static double GainOf(int label) => label < GainOfLabel.Length
        ? GainOfLabel[label]
        : throw new ArgumentException(Invariant($"A relevance of {label} has no gain; labels are 0 to {GainOfLabel.Length - 1}."), nameof(label));

    private static double[] Cumulate(double[] gains, int lastRank)
    {
        var sums = new double[lastRank];
        double sum = 0;
        for (var rank = 0; rank < lastRank; rank++)
        {
            sum += rank < gains.Length ? gains[rank] / Math.Log(2 + rank) : 0;
            sums[rank] = sum;
        }

        return sums;
    }
}
