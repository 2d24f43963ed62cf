using MathNet.Numerics.Distributions;

namespace HonestNumbers;

/// <summary>Rows of features that have nothing to do with their labels.</summary>
/// <param name="Features">One array a row, of independent normal numbers.</param>
/// <param name="Labels">As many true as false.</param>
internal sealed record Noise(double[][] Features, bool[] Labels)
{
    public int Rows => Labels.Length;

    public static Noise Draw(Random random, int rows, int features)
    {
        bool[] labels = [.. Enumerable.Range(0, rows).Select(row => row % 2 == 0)];
        random.Shuffle(labels);
        return new Noise([.. Enumerable.Range(0, rows).Select(_ => Normal.Samples(random, 0, 1).Take(features).ToArray())], labels);
    }

    /// <summary>Cuts rows into folds at random.</summary>
    public static int[][] Folds(Random random, int rows, int folds)
    {
        int[] order = [.. Enumerable.Range(0, rows)];
        random.Shuffle(order);
        return [.. Enumerable.Range(0, folds).Select(fold => order.Where((_, i) => i % folds == fold).ToArray())];
    }
}
