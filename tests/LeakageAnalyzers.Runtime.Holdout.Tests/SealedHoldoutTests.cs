using LeakageAnalyzers.HoldoutLooker;
using LeakageAnalyzers.Runtime.Statistics;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace LeakageAnalyzers.Runtime.Holdout.Tests;

public sealed class SealedHoldoutTests : IDisposable
{
    private readonly Vault vault = new();

    [Fact]
    public void Each_look_is_counted_with_model_metric_time_and_answer()
    {
        var before = DateTimeOffset.UtcNow;
        var holdout = vault.Open();

        var first = holdout.Evaluate(Vault.Model(1), "Mean", Vault.Mean, "one more");
        holdout.Evaluate(Vault.Model(2), "Mean", Vault.Mean);

        Assert.Equal(10.5, first.Evaluation, 1e-6);
        var look = holdout.History.Looks[0];
        Assert.Equal(first.Look, look);
        Assert.Equal((1, "one more", "Mean", false), (look.Number, look.ModelName, look.Metric, look.BeyondBudget));
        Assert.Equal(first.Evaluation, look.Value);
        Assert.InRange(look.Time, before, DateTimeOffset.UtcNow);
        Assert.Matches("^[0-9a-f]{64}$", look.Model);
        Assert.Matches("^[0-9a-f]{64}$", look.Signature);
        Assert.Equal([1, 2], holdout.History.Looks.Select(each => each.Number));
        Assert.Equal(20, holdout.History.Rows);
    }

    [Fact]
    public void The_same_question_to_the_same_model_is_one_look_and_another_question_another()
    {
        var holdout = vault.Open();

        holdout.Evaluate(Vault.Model(1), "Mean", Vault.Mean);
        holdout.Evaluate(Vault.Model(1), "Mean", Vault.Mean);
        Assert.Single(vault.Open().History.Looks);

        holdout.Evaluate(Vault.Model(1), "Twice the mean", scored => 2 * Vault.Mean(scored));
        Assert.Equal(2, holdout.History.Looks.Count);
    }

    [Fact]
    public void Another_question_under_the_same_name_is_refused_and_its_answer_kept_back()
    {
        var holdout = vault.Open();
        holdout.Evaluate(Vault.Model(1), "Mean", Vault.Mean);

        Assert.Contains("another question needs another name", Assert.Throws<ArgumentException>(
            () => holdout.Evaluate(Vault.Model(1), "Mean", scored => Vault.Mean(scored) + 1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Beyond_the_budget_a_look_is_refused_before_the_model_is_evaluated()
    {
        var holdout = vault.Open(budget: 2);
        Vault.Look(holdout, 2);
        var isEvaluated = false;

        var refusal = Assert.Throws<HoldoutBudgetException>(() => holdout.Evaluate(Vault.Model(3), "Mean", scored =>
        {
            isEvaluated = true;
            return Vault.Mean(scored);
        }));

        Assert.False(isEvaluated);
        Assert.Equal(2, refusal.History.Looks.Count);
        Assert.Equal(0, holdout.History.Remaining);
        Assert.Equal(10.5, holdout.Evaluate(Vault.Model(1), "Mean", Vault.Mean).Evaluation, 1e-6);
    }

    [Fact]
    public void Where_it_only_warns_the_ledger_says_for_good_that_the_budget_was_passed()
    {
        Vault.Look(vault.Open(budget: 1, BudgetPolicy.Warn), 2);

        Assert.Equal([false, true], vault.Open().History.Looks.Select(look => look.BeyondBudget));
        Assert.StartsWith("Beyond the budget: 2 looks of 1", vault.Written[1], StringComparison.Ordinal);
    }

    [Fact]
    public void After_each_look_it_says_what_the_best_of_so_many_guesses_would_score()
    {
        Vault.Look(vault.Open(budget: 5), 3);

        var expected = FormattableString.Invariant($"{BestOfChance.ExpectedAccuracy(20, 3):0.000}");
        Assert.Equal(3, vault.Written.Count);
        Assert.StartsWith("1 look of 5 at 20 sealed test rows: a model that guesses at two even classes is expected to score an accuracy of 0.500", vault.Written[0], StringComparison.Ordinal);
        Assert.StartsWith($"3 looks of 5 at 20 sealed test rows: the best of 3 models that guess at two even classes is expected to score an accuracy of {expected}", vault.Written[2], StringComparison.Ordinal);
    }

    [Fact]
    public void A_failed_evaluation_stays_counted_and_asking_again_finishes_it()
    {
        var holdout = vault.Open();
        Assert.Throws<TimeZoneNotFoundException>(() => holdout.Evaluate(Vault.Model(1), "Mean", _ => throw new TimeZoneNotFoundException()));
        Assert.Null(Assert.Single(holdout.History.Looks).Value);

        holdout.Evaluate(Vault.Model(1), "Mean", Vault.Mean);
        Assert.Equal(10.5, Assert.Single(vault.Open().History.Looks).Value!.Value, 1e-6);
    }

    [Fact]
    public void An_answer_without_a_value_is_kept_as_none()
    {
        var holdout = vault.Open();

        Assert.Equal(double.NaN, holdout.Evaluate(Vault.Model(1), "Undefined", _ => double.NaN).Evaluation);
        Assert.Equal(double.NaN, holdout.Evaluate(Vault.Model(1), "Undefined", _ => double.NaN).Evaluation);
        Assert.Equal(double.PositiveInfinity, holdout.Evaluate(Vault.Model(1), "Infinite", _ => double.PositiveInfinity).Look.Value);
    }

    [Fact]
    public void Every_metric_with_its_interval_is_one_look()
    {
        var rows = Vault.Ml.Data.LoadFromEnumerable(Enumerable.Range(0, 30).Select(i => new Measured { Label = i, Value = i + (i % 3) }));
        var holdout = vault.Open(rows: rows);
        var model = Vault.Ml.Transforms.CopyColumns("Score", "Value").Fit(rows);

        var result = holdout.Evaluate(model, scored => Vault.Ml.Regression.EvaluateWithIntervals(scored));

        Assert.Equal(1, result.Evaluation.MeanAbsoluteError.Value!.Value, 1e-6);
        Assert.Equal(result.Evaluation.Metrics[0].Value, Assert.Single(holdout.History.Looks).Value);
    }

    [Fact]
    public void Looks_from_many_threads_are_each_counted_once()
    {
        var holdout = vault.Open();

        Parallel.For(0, 24, look => holdout.Evaluate(Vault.Model(look % 12), "Mean", Vault.Mean));

        Assert.Equal(Enumerable.Range(1, 12), holdout.History.Looks.Select(look => look.Number));
        Assert.Equal(12, holdout.History.Looks.Select(look => look.Model).Distinct().Count());
    }

    [Fact]
    public void Rows_in_another_order_are_the_same_rows()
    {
        Vault.Look(vault.Open(), 1);

        Assert.Single(vault.Open(rows: Vault.Ml.Data.LoadFromEnumerable(SealedRow.All.Reverse())).History.Looks);
    }

    [Fact]
    public void A_budget_cannot_be_raised_afterwards()
    {
        vault.Open(budget: 2);

        Assert.Contains("a budget of 2 that refuses beyond; they cannot be opened with a budget of 20", Assert.Throws<ArgumentException>(
            () => vault.Open(budget: 20)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => vault.Open(budget: 2, BudgetPolicy.Warn));
        Assert.Equal(2, vault.Open().History.Budget);
    }

    [Fact]
    public void No_rows_no_budget_and_no_predictions_are_refused()
    {
        Assert.Contains("no test rows", Assert.Throws<ArgumentException>(
            () => vault.Open(rows: Vault.Ml.Data.LoadFromEnumerable(Array.Empty<SealedRow>()))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => vault.Open(budget: 0));
        Assert.Contains("predicts nothing: it adds no column", Assert.Throws<ArgumentException>(
            () => vault.Open().Evaluate(Vault.Ml.Transforms.CopyColumns("Value", "Value").Fit(Vault.Rows), "Mean", Vault.Mean)).Message, StringComparison.Ordinal);
        Assert.Empty(vault.Open().History.Looks);
    }

    [Fact]
    public void A_model_that_only_prepares_rows_is_refused_before_a_look_is_counted_and_one_that_predicts_under_another_name_is_not()
    {
        var ml = Vault.Ml;
        var prepared = ml.Transforms.CopyColumns("Copy", "Value").Append(ml.Transforms.NormalizeMinMax("Scaled", "Copy")).Fit(Vault.Rows);
        var holdout = vault.Open(budget: 1);

        var refusal = Assert.Throws<ArgumentException>(() => holdout.Evaluate(prepared, "Mean", Vault.Mean));

        Assert.Equal("model", refusal.ParamName);
        Assert.StartsWith("The model predicts nothing: it adds 'Copy', 'Scaled' but none of Score", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(holdout.History.Looks);

        var risk = ml.Transforms.CustomMapping<SealedRow, Risky>((row, scored) => scored.Risk = row.Value, contractName: null).Fit(Vault.Rows);
        var renamed = ml.Transforms.Concatenate("Features", "Value").Append(ml.Regression.Trainers.OnlineGradientDescent("Value"))
            .Append(ml.Transforms.CopyColumns("Risk", "Score")).Append(ml.Transforms.SelectColumns("Value", "Risk")).Fit(Vault.Rows);
        Assert.Equal(1, holdout.Evaluate(risk, "Mean", MeanRisk).Look.Number);
        Assert.Throws<HoldoutBudgetException>(() => holdout.Evaluate(renamed, "Mean", MeanRisk));

        static double MeanRisk(IDataView scored) => scored.GetColumn<float>("Risk").Average();
    }

    private sealed class Risky
    {
        public float Risk { get; set; }
    }

    [Fact]
    public void Thresholdout_spends_a_look_only_where_training_and_test_rows_disagree()
    {
        var holdout = vault.Open(budget: 1);
        var train = Vault.Ml.Data.LoadFromEnumerable(SealedRow.All.Select(row => new SealedRow { Value = row.Value + 0.01f }));
        var reusable = holdout.Reusable(train, threshold: 0.5, noise: 0.001, new Random(1));
        double Low(IDataView scored) => Vault.Mean(scored) > 9.505 ? 20 : Vault.Mean(scored);

        Assert.Equal(10.51, reusable.Ask(Vault.Model(1), "Mean", Vault.Mean), 1e-4);
        Assert.Empty(holdout.History.Looks);

        var noisy = reusable.Ask(Vault.Model(0), "Cut", Low);
        Assert.Equal(9.5, noisy, 0.1);
        Assert.NotEqual(9.5, noisy);
        Assert.Equal(noisy, Assert.Single(holdout.History.Looks).Value);
        Assert.Throws<HoldoutBudgetException>(() => reusable.Ask(Vault.Model(1), "Mean", Vault.Mean));
    }

    [Fact]
    public void Thresholdout_gives_its_noisy_answer_again()
    {
        var holdout = vault.Open(budget: 2);
        var reusable = holdout.Reusable(Vault.Ml.Data.LoadFromEnumerable([new SealedRow { Value = 50 }]), threshold: 0.5, noise: 0.1);

        Assert.Equal(reusable.Ask(Vault.Model(1), "Mean", Vault.Mean), reusable.Ask(Vault.Model(1), "Mean", Vault.Mean));
        Assert.Single(holdout.History.Looks);
    }

    public void Dispose() => vault.Dispose();

    private sealed class Measured
    {
        public float Label { get; set; }

        public float Value { get; set; }
    }
}
