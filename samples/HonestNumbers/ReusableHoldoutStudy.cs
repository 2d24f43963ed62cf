using LeakageAnalyzers.Runtime.Statistics;

namespace HonestNumbers;

/// <summary>
/// The experiment of Dwork et al. (2015, Science 349:636): on labels of pure noise, features are kept whose correlation with the label has the same sign in training and
/// hold-out rows, and vote. The hold-out rows then praise the vote, unless Thresholdout answered for them.
/// </summary>
/// <param name="Plain">What plain hold-out rows say of the vote that they helped to choose.</param>
/// <param name="PlainTruth">What fresh rows say of it.</param>
/// <param name="Answered">What Thresholdout says of the vote that it helped to choose; null once its budget is gone.</param>
/// <param name="AnsweredTruth">What fresh rows say of it.</param>
internal sealed record ReusableHoldoutStudy(double Plain, double PlainTruth, double? Answered, double AnsweredTruth)
{
    public static ReusableHoldoutStudy Run(int rows, int features, int seed)
    {
        var random = new Random(seed);
        var (training, holdout, fresh) = (SignColumns.Draw(random, rows, features), SignColumns.Draw(random, rows, features), SignColumns.Draw(random, rows, features));
        var error = 1 / Math.Sqrt(rows);
        var thresholdout = new Thresholdout(4 * error, error, budget: features, random);

        var plain = Votes(training, features, error, (feature, _) => holdout.Correlation(feature));
        var protectedVotes = Votes(training, features, error, (feature, onTraining) => thresholdout.Answer(onTraining, holdout.Correlation(feature)) ?? 0);
        return new ReusableHoldoutStudy(
            holdout.Accuracy(plain),
            fresh.Accuracy(plain),
            thresholdout.Answer(training.Accuracy(protectedVotes), holdout.Accuracy(protectedVotes)),
            fresh.Accuracy(protectedVotes));
    }

    public override string ToString() => FormattableString.Invariant(
        $"accuracy {Plain:0.000} by plain hold-out rows (fresh rows: {PlainTruth:0.000}), {Answered:0.000} by Thresholdout (fresh rows: {AnsweredTruth:0.000}); the truth is 0.5");

    private static List<(int Feature, int Sign)> Votes(SignColumns training, int features, double least, Func<int, double, double> ask) =>
    [
        .. from feature in Enumerable.Range(0, features)
           let onTraining = training.Correlation(feature)
           where Math.Abs(onTraining) > least
           let answer = ask(feature, onTraining)
           where Math.Abs(answer) > least && Math.Sign(answer) == Math.Sign(onTraining)
           select (feature, Math.Sign(onTraining)),
    ];
}
