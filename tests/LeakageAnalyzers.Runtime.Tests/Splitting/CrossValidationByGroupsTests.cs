using LeakageAnalyzers.Runtime.Tests.Data;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;

namespace LeakageAnalyzers.Runtime.Tests.Splitting;

/// <summary>On voices of people with and without Parkinson's disease.</summary>
public sealed class CrossValidationByGroupsTests
{
    private readonly MLContext _context = new(seed: 1);
    private readonly IDataView _voices;

    public CrossValidationByGroupsTests() => _voices = _context.Data.LoadFromEnumerable(VoiceRecording.All);

    [Fact]
    public void Folds_that_cut_people_score_higher_than_folds_by_person()
    {
        var rowWise = _context.BinaryClassification.CrossValidate(_voices, Trees(2));
        var byPerson = _context.BinaryClassification.GroupCrossValidate(_voices, Trees(2), nameof(VoiceRecording.PatientId));

        Assert.Equal([0, 1, 2, 3, 4], byPerson.Select(fold => fold.Fold));
        Assert.True(Mean(rowWise.Select(fold => fold.Metrics)) > Mean(byPerson.Select(fold => fold.Metrics)) + 0.05);
    }

    [Fact]
    public void The_guard_agrees_that_folds_by_person_do_not_leak()
    {
        using var guard = new LeakageGuard();
        var rows = guard.Watch<VoiceRecording>(_voices);
        guard.CrossValidated(_context.BinaryClassification.GroupCrossValidate(rows, Trees(2).WatchedBy(guard), nameof(VoiceRecording.PatientId)));
        guard.Verify();

        guard.CrossValidated(_context.BinaryClassification.CrossValidate(rows, Trees(2).WatchedBy(guard)));
        Assert.Equal("LEAK202", Assert.Single(guard.Findings()).Id);
    }

    [Fact]
    public void The_choice_among_candidates_is_measured_on_people_who_took_no_part_in_it()
    {
        var folds = _context.BinaryClassification.NestedCrossValidate(
            _voices, [Trees(2), Trees(20)], metrics => metrics.AreaUnderRocCurve, nameof(VoiceRecording.PatientId), numberOfFolds: 3, numberOfInnerFolds: 3);

        Assert.Equal([0, 1, 2], folds.Select(fold => fold.Fold));
        Assert.All(folds, fold =>
        {
            Assert.Equal(fold.InnerScores.Max(), fold.InnerScores[fold.Chosen]);
            Assert.InRange(fold.Metrics.AreaUnderRocCurve, 0.3, 1);
        });
        var tested = folds.Select(fold => fold.ScoredHoldOutSet.GetColumn<string>(nameof(VoiceRecording.PatientId)).ToHashSet()).ToList();
        Assert.Equal(32, tested.Sum(people => people.Count));
        Assert.Equal(32, tested.SelectMany(people => people).Distinct().Count());
    }

    [Fact]
    public void Independent_rows_are_drawn_one_by_one_and_inner_folds_are_not_empty()
    {
        var folds = _context.BinaryClassification.NestedCrossValidateNonCalibrated(
            _voices, [Trees(5)], metrics => metrics.Accuracy, numberOfFolds: 3, numberOfInnerFolds: 3);

        Assert.Equal(195, folds.Sum(fold => fold.ScoredHoldOutSet.GetColumn<bool>("Label").Count()));
        Assert.All(folds, fold => Assert.InRange(fold.InnerScores[0], 0.6, 1));
        Assert.StartsWith("outer fold 1: candidate 0 was chosen by the inner score 0.", folds[1].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_regression_by_person_learns_nothing_that_holds_for_other_people()
    {
        var rows = _context.Data.LoadFromEnumerable(TelemonitoringRecording.All);
        var pipeline = _context.Transforms.Concatenate("Features", nameof(TelemonitoringRecording.Voice), nameof(TelemonitoringRecording.Age))
            .Append(_context.Regression.Trainers.FastTree(numberOfTrees: 30));

        var rowWise = _context.Regression.CrossValidate(rows, pipeline, numberOfFolds: 3).Average(fold => fold.Metrics.RSquared);
        var byPerson = _context.Regression.GroupCrossValidate(rows, pipeline, nameof(TelemonitoringRecording.SubjectId), numberOfFolds: 3).Average(fold => fold.Metrics.RSquared);

        Assert.True(rowWise > 0.6, $"{rowWise}");
        Assert.True(byPerson < 0.1, $"{byPerson}");
    }

    [Fact]
    public void Cancelling_stops_training_at_the_next_row()
    {
        using var cancellation = new CancellationTokenSource();
        var (read, last) = (0, int.MaxValue);
        var rows = _context.Data.LoadFromEnumerable(VoiceRecording.All.Select(voice =>
        {
            if (++read == last)
            {
                cancellation.Cancel();
            }

            return voice;
        }));
        _context.Data.StratifiedGroupKFold(rows, "Label", nameof(VoiceRecording.PatientId));

        // What cutting the folds reads, and ten rows of the first that is trained on.
        (read, last) = (0, read + 10);
        Assert.Throws<OperationCanceledException>(() => _context.BinaryClassification.GroupCrossValidate(
            rows, _context.Transforms.NormalizeMeanVariance("Features").Append(Trees(2)), nameof(VoiceRecording.PatientId), cancellation: cancellation.Token));
        Assert.InRange(read, last, last + VoiceRecording.All.Count);

        Assert.Throws<OperationCanceledException>(() => _context.BinaryClassification.NestedCrossValidate(
            _voices, [Trees(2)], metrics => metrics.Accuracy, nameof(VoiceRecording.PatientId), cancellation: cancellation.Token));
    }

    [Fact]
    public void A_token_that_is_not_cancelled_changes_nothing()
    {
        using var cancellation = new CancellationTokenSource();
        Assert.Equal(
            Mean(_context.BinaryClassification.GroupCrossValidate(_voices, Trees(2), nameof(VoiceRecording.PatientId)).Select(fold => fold.Metrics)),
            Mean(_context.BinaryClassification.GroupCrossValidate(_voices, Trees(2), nameof(VoiceRecording.PatientId), cancellation: cancellation.Token).Select(fold => fold.Metrics)));
    }

    [Fact]
    public void Candidates_that_cannot_be_compared_are_refused()
    {
        var catalog = _context.BinaryClassification;
        Assert.Contains("no candidate", Assert.Throws<ArgumentException>(() => catalog.NestedCrossValidate(_voices, [], _ => 1)).Message, StringComparison.Ordinal);
        Assert.Contains("candidate 0", Assert.Throws<InvalidOperationException>(() => catalog.NestedCrossValidate(_voices, [Trees(2)], _ => double.NaN)).Message, StringComparison.Ordinal);
    }

    private FastTreeBinaryTrainer Trees(int leaves) =>
        _context.BinaryClassification.Trainers.FastTree(numberOfTrees: 20, numberOfLeaves: 8, minimumExampleCountPerLeaf: leaves);

    private static double Mean(IEnumerable<BinaryClassificationMetrics> metrics) => metrics.Average(fold => fold.AreaUnderRocCurve);
}
