using Microsoft.ML;

namespace LeakageAnalyzers.Runtime.Tests.Guard;

/// <summary>LEAK201 on executions.</summary>
public sealed class EvaluatedOnTrainingRowsTests : IDisposable
{
    private readonly MLContext _context = Patients.Context();
    private readonly LeakageGuard _guard = new();

    public void Dispose() => _guard.Dispose();

    [Fact]
    public void Evaluating_the_training_rows_is_reported_with_their_number()
    {
        var rows = _guard.Watch(Patients.Load(_context));
        var model = _guard.Fit(Patients.Features(_context).Append(Patients.FastTree(_context)), rows);

        _context.BinaryClassification.Evaluate(_guard.Tested(model.Transform(rows)));

        var finding = Assert.Single(_guard.Findings());
        Assert.Equal("LEAK201", finding.Id);
        Assert.Equal(Patients.Rows, finding.SharedRowCount);
        Assert.Equal(Patients.Rows, finding.TestedRowCount);
        Assert.Contains("240 of the 240", finding.Message, StringComparison.Ordinal);
        Assert.EndsWith("EvaluatedOnTrainingRowsTests.cs", finding.FilePath, StringComparison.Ordinal);
    }

    [Fact]
    public void The_finding_stands_at_the_line_of_the_evaluation()
    {
        var rows = _guard.Watch(Patients.Load(_context));
        var model = _guard.Fit(Patients.Features(_context).Append(Patients.FastTree(_context)), rows);

        var line = ThisLine() + 1;
        _context.BinaryClassification.Evaluate(_guard.Tested(model.Transform(rows)));

        Assert.Equal(line, Assert.Single(_guard.Findings()).Line);
    }

    [Fact]
    public void Evaluating_the_held_out_part_is_silent()
    {
        var parts = _guard.Split(_context.Data.TrainTestSplit(_guard.Watch(Patients.Load(_context)), samplingKeyColumnName: nameof(Visit.PatientId)));
        var model = _guard.Fit(Patients.Normalized(_context).Append(Patients.FastTree(_context)), parts.TrainSet);

        _context.BinaryClassification.Evaluate(_guard.Tested(model.Transform(parts.TestSet)));

        Assert.Empty(_guard.Findings());
    }

    [Fact]
    public void Evaluating_all_rows_after_training_on_a_part_counts_the_shared_ones()
    {
        var rows = _guard.Watch(Patients.Load(_context));
        var train = _context.Data.TakeRows(rows, 150);
        var model = _guard.Fit(Patients.Features(_context).Append(Patients.Lbfgs(_context)), train);

        _context.BinaryClassification.Evaluate(_guard.Tested(model.Transform(rows)));

        var finding = Assert.Single(_guard.Findings());
        Assert.Equal((150, 240), (finding.SharedRowCount, finding.TestedRowCount));
        Assert.Contains("which contains its training rows", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_different_splits_of_one_view_overlap_by_chance()
    {
        var rows = _guard.Watch(Patients.Load(_context));
        var first = _context.Data.TrainTestSplit(rows, testFraction: 0.5, seed: 1);
        var second = _context.Data.TrainTestSplit(rows, testFraction: 0.5, seed: 2);
        var model = _guard.Fit(Patients.Features(_context).Append(Patients.Lbfgs(_context)), first.TrainSet);

        _context.BinaryClassification.Evaluate(_guard.Tested(model.Transform(second.TestSet)));

        var finding = Assert.Single(_guard.Findings());
        Assert.Equal("LEAK201", finding.Id);
        Assert.InRange(finding.SharedRowCount!.Value, 1, finding.TestedRowCount!.Value - 1);
    }

    [Fact]
    public void A_train_score_beside_a_test_score_is_silent()
    {
        var parts = _context.Data.TrainTestSplit(_guard.Watch(Patients.Load(_context)), samplingKeyColumnName: nameof(Visit.PatientId));
        var model = _guard.Fit(Patients.Features(_context).Append(Patients.FastTree(_context)), parts.TrainSet);

        _context.BinaryClassification.Evaluate(_guard.Tested(model.Transform(parts.TrainSet)));
        _context.BinaryClassification.Evaluate(_guard.Tested(model.Transform(parts.TestSet)));

        Assert.Empty(_guard.Findings());
    }

    [Fact]
    public void A_refit_on_all_rows_that_is_not_evaluated_is_silent()
    {
        var rows = _guard.Watch(Patients.Load(_context));
        var parts = _context.Data.TrainTestSplit(rows, samplingKeyColumnName: nameof(Visit.PatientId));
        var pipeline = Patients.Normalized(_context).Append(Patients.FastTree(_context));
        var model = _guard.Fit(pipeline, parts.TrainSet);
        _context.BinaryClassification.Evaluate(_guard.Tested(model.Transform(parts.TestSet)));

        _guard.Fit(pipeline, rows);

        Assert.Empty(_guard.Findings());
    }

    [Fact]
    public void Measures_of_clusters_on_the_clustered_rows_are_silent()
    {
        var rows = _guard.Watch(Patients.Load(_context));
        var model = _guard.Fit(Patients.Features(_context).Append(_context.Clustering.Trainers.KMeans(numberOfClusters: 3)), rows);

        _context.Clustering.Evaluate(_guard.Tested(model.Transform(rows)), featureColumnName: "Features");

        Assert.Empty(_guard.Findings());
    }

    [Fact]
    public void A_model_kept_by_its_own_type_is_known_when_the_guard_transforms()
    {
        var rows = _guard.Watch(Patients.Load(_context));
        var model = _guard.Fit(Patients.Features(_context).Append(Patients.FastTree(_context)), rows).Unwatched;

        _context.BinaryClassification.Evaluate(_guard.Tested(_guard.Transform(model, rows)));

        Assert.Equal("LEAK201", Assert.Single(_guard.Findings()).Id);
    }

    [Fact]
    public void A_model_the_guard_does_not_know_is_silent()
    {
        var rows = _guard.Watch(Patients.Load(_context));
        var model = Patients.Features(_context).Append(Patients.FastTree(_context)).Fit(rows);

        _context.BinaryClassification.Evaluate(_guard.Tested(_guard.Transform(model, rows)));

        Assert.Empty(_guard.Findings());
    }

    private static int ThisLine([System.Runtime.CompilerServices.CallerLineNumber] int line = 0) => line;
}
