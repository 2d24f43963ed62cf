using LeakageAnalyzers.Runtime.Evaluation;
using LeakageAnalyzers.Runtime.Statistics;
using LeakageAnalyzers.Runtime.Tests.Data;
using LeakageAnalyzers.Runtime.Tests.Evaluation;
using Microsoft.ML;

namespace LeakageAnalyzers.Runtime.Tests.Progress;

/// <summary>Every call that takes long tells how far it is, and stops when it is told to.</summary>
public sealed class LongCallTests
{
    private const string Patient = nameof(VoiceRecording.PatientId);

    private static readonly VoiceStudy Study = VoiceStudy.Load();
    private static readonly MLContext Ml = Study.MlContext;
    private static readonly IDataView Scored = Ml.Data.Cache(Study.ScoreWithTrees());
    private static readonly IDataView Other = Ml.Data.Cache(Study.ScoreLinearly());
    private static readonly IntervalOptions Few = new() { Resamples = 100 };
    private static readonly IDataView Numbers = Ml.Data.LoadFromEnumerable(
        Enumerable.Range(0, 60).Select(row => new Graded { Label = row % 5, Score = (row % 7) + (row % 5), GroupId = $"Q{row / 6}", Site = $"S{row / 30}" }));

    private static readonly Dictionary<string, Action<IProgress<CallProgress>?, CancellationToken>> Calls = new()
    {
        ["binary"] = (progress, token) => Ml.BinaryClassification.EvaluateWithIntervals(Scored, groupColumnName: Patient, options: Few, progress: progress, cancellation: token),
        ["binary BCa"] = (progress, token) => Ml.BinaryClassification.EvaluateWithIntervals(Scored, options: Few with { Method = BootstrapMethod.BiasCorrectedAccelerated }, progress: progress, cancellation: token),
        ["regression"] = (progress, token) => Ml.Regression.EvaluateWithIntervals(Numbers, options: Few, progress: progress, cancellation: token),
        ["ranking"] = (progress, token) => Ml.Ranking.EvaluateWithIntervals(Numbers, options: Few, progress: progress, cancellation: token),
        ["subgroups"] = (progress, token) => Ml.Regression.EvaluateSubgroups(Numbers, nameof(Graded.Site), options: Few, progress: progress, cancellation: token),
        ["comparison"] = (progress, token) => Ml.BinaryClassification.CompareModels(Scored, Other, 0.02, options: Few, progress: progress, cancellation: token),
        ["baselines"] = (progress, token) => Baselines.Evaluate(Ml.BinaryClassification, Study.Linear(), Study.Parts.TrainSet, Study.Parts.TestSet, options: Few, progress: progress, cancellation: token),
        ["seeds"] = (progress, token) => SeedStudy.Run(2, 3, (seed, split) => seed + split, progress, token),
        ["folds"] = (progress, token) => Ml.BinaryClassification.GroupCrossValidate(Study.Parts.TrainSet, Trees(), Patient, numberOfFolds: 3, progress: progress, cancellation: token),
        ["nested folds"] = (progress, token) => Ml.BinaryClassification.NestedCrossValidate(
            Study.Parts.TrainSet, [Trees(), Trees()], metrics => metrics.Accuracy, Patient, numberOfFolds: 2, numberOfInnerFolds: 2, progress: progress, cancellation: token),
        ["permutations"] = (progress, token) => MaximumMeanDiscrepancy.Of([[1], [2], [3]], [[2], [5]], permutations: 150, 1, progress, token),
        ["any metric"] = (progress, token) => Ml.EvaluateWithInterval(Numbers, "Rows", rows => rows.GetRowCount() ?? 0, MetricDirection.None, options: Few, progress: progress, cancellation: token),
        ["audit"] = (progress, token) => SplitAudit.Run(Study.Parts, new AuditOptions { Permutations = 10 }, progress, token),
        ["bootstrap"] = (progress, token) => Bootstrap.Run(Resampling.OfRows(50), weights => weights[0], 150, 1, progress, token),
    };

    public static TheoryData<string> Names => [.. Calls.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_share_that_is_done_rises_to_one(string call)
    {
        var seen = new List<CallProgress>();

        Calls[call](new Callback(seen.Add), CancellationToken.None);

        Assert.True(seen.Count > 3, $"{seen.Count}");
        Assert.Equal(seen.Select(step => step.Fraction).Order(), seen.Select(step => step.Fraction));
        Assert.InRange(seen[0].Fraction, 0, 0.5);
        Assert.Equal(1, seen[^1].Fraction);
        Assert.All(seen, step => Assert.NotEmpty(step.Step));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_begins_after_the_caller_cancelled(string call)
    {
        using var cancellation = new CancellationTokenSource();
        var seen = new List<CallProgress>();

        Assert.ThrowsAny<OperationCanceledException>(() => Calls[call](
            new Callback(step =>
            {
                seen.Add(step);
                cancellation.Cancel();
            }),
            cancellation.Token));

        Assert.Single(seen);
        Assert.ThrowsAny<OperationCanceledException>(() => Calls[call](new Callback(seen.Add), cancellation.Token));
        Assert.Single(seen);
    }

    [Fact]
    public void Scored_rows_are_read_until_the_caller_cancels()
    {
        using var cancellation = new CancellationTokenSource();
        var read = 0;
        var rows = Ml.Data.LoadFromEnumerable(Ml.Data.CreateEnumerable<Graded>(Numbers, reuseRowObject: false).Select(row =>
        {
            if (++read == 10)
            {
                cancellation.Cancel();
            }

            return row;
        }));

        Assert.Throws<OperationCanceledException>(() => Ml.Regression.EvaluateWithIntervals(rows, cancellation: cancellation.Token));
        Assert.Equal(10, read);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(2000)]
    public void Baselines_stop_at_the_next_row_whether_they_read_or_train(int last)
    {
        using var cancellation = new CancellationTokenSource();
        var read = 0;
        var train = Ml.Data.LoadFromEnumerable(Ml.Data.CreateEnumerable<VoiceRecording>(Study.Parts.TrainSet, reuseRowObject: false).Select(voice =>
        {
            if (++read == last)
            {
                cancellation.Cancel();
            }

            return voice;
        }));

        Assert.Throws<OperationCanceledException>(() => Baselines.Evaluate(
            Ml.BinaryClassification, Study.Linear(), train, Study.Parts.TestSet, options: Few, cancellation: cancellation.Token));
        Assert.InRange(read, last, last + 2);
    }

    [Fact]
    public void A_gap_between_subgroups_can_be_cancelled()
    {
        var evaluation = Ml.Regression.EvaluateSubgroups(Numbers, nameof(Graded.Site), options: Few);

        Assert.Throws<OperationCanceledException>(() => evaluation.Gap("RootMeanSquaredError", "S0", "S1", new CancellationToken(canceled: true)));
        Assert.Throws<OperationCanceledException>(() => evaluation.GapToRest("RootMeanSquaredError", "S0", new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Being_watched_changes_no_number()
    {
        using var cancellation = new CancellationTokenSource();

        var watched = Ml.BinaryClassification.EvaluateWithIntervals(Scored, options: Few, progress: new Callback(_ => { }), cancellation: cancellation.Token);

        Assert.Equal(Ml.BinaryClassification.EvaluateWithIntervals(Scored, options: Few).ToString(), watched.ToString());
    }

    private static Microsoft.ML.Trainers.FastTree.FastTreeBinaryTrainer Trees() =>
        Ml.BinaryClassification.Trainers.FastTree(numberOfTrees: 3, numberOfLeaves: 4, minimumExampleCountPerLeaf: 2);

    private sealed class Callback(Action<CallProgress> report) : IProgress<CallProgress>
    {
        public void Report(CallProgress value) => report(value);
    }

    private sealed class Graded
    {
        public float Label { get; set; }

        public float Score { get; set; }

        public string GroupId { get; set; } = "";

        public string Site { get; set; } = "";
    }
}
