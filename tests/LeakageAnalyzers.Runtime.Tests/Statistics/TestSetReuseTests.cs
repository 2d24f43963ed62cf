using LeakageAnalyzers.Runtime.Statistics;
using LeakageAnalyzers.Runtime.Tests.ReferenceValues;

namespace LeakageAnalyzers.Runtime.Tests.Statistics;

public sealed class TestSetReuseTests
{
    private static readonly double Tolerance = ReferenceFile.Tolerance;

    [Fact]
    public void The_best_of_K_guessing_models_scores_what_the_exact_formula_says()
    {
        foreach (var row in ReferenceFile.Open("observer-overfitting").Rows("best_of_K_independent_chance_models"))
        {
            var (rows, looks) = (row.Count("n"), row.Count("K"));
            Assert.Equal(row.Number("expected_best_accuracy"), BestOfChance.ExpectedAccuracy(rows, looks), Tolerance);
            Assert.Equal(row.Number("p95_best"), BestOfChance.AccuracyQuantile(rows, looks), Tolerance);
            Assert.Equal(row.Number("hoeffding_union_bound_95"), BestOfChance.UniformHalfWidth(rows, looks), Tolerance);
        }
    }

    [Fact]
    public void One_look_is_expected_to_score_chance_at_any_size()
    {
        Assert.Equal(0.5, BestOfChance.ExpectedAccuracy(1, 1), 1e-12);
        Assert.Equal(0.1, BestOfChance.ExpectedAccuracy(37, 1, chance: 0.1), 1e-12);
        Assert.Equal(0.5, BestOfChance.ExpectedAccuracy(1_000_000, 1), 1e-9);
    }

    [Fact]
    public void Nobody_has_looked_or_nothing_to_look_at_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => BestOfChance.ExpectedAccuracy(100, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => BestOfChance.ExpectedAccuracy(0, 1));
    }

    [Fact]
    public void Thresholdout_without_noise_follows_the_published_trace()
    {
        var trace = ReferenceFile.Open("ledger-and-duplicates")["thresholdout_zero_noise"]!;
        var holdout = new Thresholdout(trace.Number("threshold"), noise: 0, trace.Count("budget"), new Random(1));
        var answers = trace.Numbers("train").Zip(trace.Numbers("holdout"), holdout.Answer);

        Assert.Equal(trace["answers"]!.AsArray().Select(answer => answer?.GetValue<double>()), answers);
        Assert.Equal(0, holdout.RemainingBudget);
    }

    [Fact]
    public void Thresholdout_adds_the_noise_it_was_given()
    {
        var answers = Enumerable.Range(0, 2000)
            .Select(seed => new Thresholdout(0.1, noise: 0.01, budget: 1, new Random(seed)).Answer(0.9, 0.5)!.Value)
            .ToArray();

        // The mean absolute value of Laplace noise is its scale, with a standard error of scale / √2000.
        Assert.Equal(0.01, answers.Average(answer => Math.Abs(answer - 0.5)), 0.001);
    }

    [Fact]
    public void On_labels_of_pure_noise_adaptive_selection_fools_a_plain_hold_out_but_not_Thresholdout()
    {
        var repeats = Enumerable.Range(1, 5).Select(seed => new NoiseDemonstration(seed)).ToArray();

        // The median, since Laplace noise now and then lets a training answer through.
        Assert.True(repeats.Select(repeat => repeat.OnPlainHoldout()).Order().ElementAt(2) > 0.6);
        Assert.InRange(repeats.Select(repeat => repeat.OnThresholdout()).Order().ElementAt(2), 0.47, 0.54);
    }

    /// <summary>
    /// The demonstration of Dwork et al. at a tenth of their rows: choose features whose correlation with a random label has the same
    /// sign in training and hold-out rows, let them vote, and report the vote's accuracy on the hold-out rows.
    /// </summary>
    private sealed class NoiseDemonstration
    {
        private const int Rows = 1000;
        private const int Features = 1000;
        private static readonly double StandardError = 1 / Math.Sqrt(Rows);

        private readonly sbyte[][] training;
        private readonly sbyte[][] holdout;
        private readonly Thresholdout thresholdout;

        // Features are stored multiplied by the label, so that a column's mean is its correlation with the label.
        public NoiseDemonstration(int seed)
        {
            var random = new Random(seed);
            (training, holdout) = (Signs(random), Signs(random));
            thresholdout = new Thresholdout(4 * StandardError, StandardError / 4, budget: 100, random);
        }

        public double OnPlainHoldout()
        {
            var votes = Votes((_, onHoldout) => onHoldout);
            return Accuracy(holdout, votes);
        }

        public double OnThresholdout()
        {
            var votes = Votes((onTraining, onHoldout) => thresholdout.Answer(onTraining, onHoldout)!.Value);
            return thresholdout.Answer(Accuracy(training, votes), Accuracy(holdout, votes))!.Value;
        }

        private (int Feature, int Sign)[] Votes(Func<double, double, double> answer) =>
        [
            .. from feature in Enumerable.Range(0, Features)
               let onTraining = Mean(training[feature])
               let answered = answer(onTraining, Mean(holdout[feature]))
               where Math.Abs(onTraining) > StandardError && Math.Abs(answered) > StandardError
               where Math.Sign(onTraining) == Math.Sign(answered)
               select (feature, Math.Sign(onTraining)),
        ];

        private static double Mean(sbyte[] column)
        {
            var sum = 0;
            foreach (var value in column)
            {
                sum += value;
            }

            return sum / (double)column.Length;
        }

        private static double Accuracy(sbyte[][] columns, (int Feature, int Sign)[] votes)
        {
            var tally = new int[Rows];
            foreach (var (feature, sign) in votes)
            {
                for (var row = 0; row < Rows; row++)
                {
                    tally[row] += sign * columns[feature][row];
                }
            }

            return tally.Average(sum => (1 + Math.Sign(sum)) / 2.0);
        }

        private static sbyte[][] Signs(Random random)
        {
            var columns = new sbyte[Features][];
            for (var feature = 0; feature < Features; feature++)
            {
                columns[feature] = new sbyte[Rows];
                for (var row = 0; row < Rows; row++)
                {
                    columns[feature][row] = (sbyte)((2 * random.Next(2)) - 1);
                }
            }

            return columns;
        }
    }
}
