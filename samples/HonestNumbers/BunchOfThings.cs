namespace HonestNumbers;

/// <summary>
/// Hyper-parameters changed again and again while watching cross-validation, on data in which nothing can be learned (Skocik, Collins, Callahan-Flintoft, Bowman and
/// Wyble 2016, "I tried a bunch of things"; Hosseini et al. 2020). The remedy is theirs too: a lock box, opened once.
/// </summary>
/// <param name="FirstTry">The cross-validated accuracy of the first analysis.</param>
/// <param name="BestTry">The cross-validated accuracy of the best analysis: what would be reported.</param>
/// <param name="LockBox">The accuracy of that analysis on rows that no analysis saw.</param>
internal sealed record BunchOfThings(Spread FirstTry, Spread BestTry, Spread LockBox)
{
    public const int Rows = 100;
    public const int Tries = 200;
    private const int Features = 20;

    public static BunchOfThings Run(int repeats)
    {
        var studies = new (double First, double Best, double LockBox)[repeats];
        Parallel.For(0, repeats, repeat => studies[repeat] = Once(new Random(repeat + 1)));
        return new BunchOfThings(
            new Spread([.. studies.Select(study => study.First)]),
            new Spread([.. studies.Select(study => study.Best)]),
            new Spread([.. studies.Select(study => study.LockBox)]));
    }

    /// <summary>The analysis of highest cross-validated accuracy, trained on all rows.</summary>
    public static (NearestNeighbours Model, double First, double Best) TryThings(Noise data, Random random)
    {
        var folds = Noise.Folds(random, data.Rows, folds: 5);
        var tries = Enumerable.Range(0, Tries).Select(_ => Analysis.Draw(random, Features))
            .Select(analysis => (analysis, Accuracy: NearestNeighbours.CrossValidate(data, folds, analysis.Neighbours, _ => analysis.Features))).ToList();
        var (best, accuracy) = tries.MaxBy(attempt => attempt.Accuracy);
        return (new NearestNeighbours(data, [.. Enumerable.Range(0, data.Rows)], best.Features, best.Neighbours), tries[0].Accuracy, accuracy);
    }

    public static Noise Draw(Random random) => Noise.Draw(random, Rows, Features);

    public override string ToString() =>
        $"accuracy {FirstTry} of the first analysis, {BestTry} of the best, {LockBox} of the best in the lock box; the truth is 0.5";

    private static (double First, double Best, double LockBox) Once(Random random)
    {
        var (data, lockBox) = (Draw(random), Draw(random));
        var (model, first, best) = TryThings(data, random);
        return (first, best, lockBox.Features.Zip(lockBox.Labels, (row, label) => model.Predict(row) == label ? 1.0 : 0.0).Average());
    }
}
