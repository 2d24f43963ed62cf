using MathNet.Numerics.Statistics;

namespace HonestNumbers;

/// <summary>
/// Features chosen by their correlation with the label, before or inside cross-validation (Ambroise and McLachlan 2002; Hastie, Tibshirani and Friedman 2009, 7.10.2).
/// </summary>
/// <param name="Before">The error where the features were chosen on all rows.</param>
/// <param name="Inside">The error where each fold chose them on its training rows.</param>
internal sealed record CircularAnalysis(Spread Before, Spread Inside)
{
    private const int Rows = 50;
    private const int Features = 5000;
    private const int Chosen = 100;

    public static CircularAnalysis Run(int repeats)
    {
        var errors = new (double Before, double Inside)[repeats];
        Parallel.For(0, repeats, repeat => errors[repeat] = Once(new Random(repeat + 1)));
        return new CircularAnalysis(new Spread([.. errors.Select(error => error.Before)]), new Spread([.. errors.Select(error => error.Inside)]));
    }

    public override string ToString() => $"error {Before} with selection before the folds, {Inside} with selection inside; nothing can be learned, so that the truth is 0.5";

    private static (double Before, double Inside) Once(Random random)
    {
        var data = Noise.Draw(random, Rows, Features);
        var folds = Noise.Folds(random, Rows, folds: 5);
        var onAllRows = Best(data, [.. Enumerable.Range(0, Rows)]);
        return (
            1 - NearestNeighbours.CrossValidate(data, folds, neighbours: 1, _ => onAllRows),
            1 - NearestNeighbours.CrossValidate(data, folds, neighbours: 1, training => Best(data, training)));
    }

    private static int[] Best(Noise data, int[] rows)
    {
        double[] labels = [.. rows.Select(row => data.Labels[row] ? 1.0 : 0.0)];
        return [.. Enumerable.Range(0, Features)
            .OrderByDescending(feature => Math.Abs(Correlation.Pearson(rows.Select(row => data.Features[row][feature]), labels)))
            .Take(Chosen)];
    }
}
