using Microsoft.ML;

namespace LeakageAnalyzers.Runtime.Tests.Guard;

/// <summary>LEAK102 on executions.</summary>
public sealed class LearnedBeforeSplitTests : IDisposable
{
    private readonly MLContext _context = Patients.Context();
    private readonly LeakageGuard _guard = new();

    public void Dispose() => _guard.Dispose();

    [Fact]
    public void Normalizing_all_rows_before_the_split_is_reported_at_the_fit()
    {
        var rows = _guard.Watch(Patients.Load(_context));
        var line = ThisLine() + 1;
        var preparation = _guard.Fit(Patients.Normalized(_context), rows);
        var parts = _guard.Split(Split(preparation.Transform(rows)));
        var model = _guard.Fit(Patients.Lbfgs(_context), parts.TrainSet);
        _context.BinaryClassification.Evaluate(_guard.Tested(model.Transform(parts.TestSet)));

        var finding = Assert.Single(_guard.Findings());
        Assert.Equal(("LEAK102", line), (finding.Id, finding.Line));
        Assert.Contains("NormalizeMinMax learned from 'rows'", finding.Message, StringComparison.Ordinal);
        Assert.Equal(finding.TestedRowCount, finding.SharedRowCount);
    }

    [Fact]
    public void The_evaluation_alone_gives_it_away()
    {
        var rows = _guard.Watch(Patients.Load(_context));
        var preparation = _guard.Fit(Patients.Normalized(_context), rows);
        var parts = Split(preparation.Transform(rows));
        var model = _guard.Fit(Patients.Lbfgs(_context), parts.TrainSet);

        _context.BinaryClassification.Evaluate(_guard.Tested(model.Transform(parts.TestSet)));

        Assert.Equal("LEAK102", Assert.Single(_guard.Findings()).Id);
    }

    [Fact]
    public void The_rows_of_all_folds_are_counted_each_once()
    {
        var rows = _guard.Watch(Patients.Load(_context));
        var preparation = _guard.Fit(Patients.Normalized(_context), rows);
        _guard.Split(_context.Data.CrossValidationSplit(preparation.Transform(rows), numberOfFolds: 4, samplingKeyColumnName: nameof(Visit.PatientId)));

        var finding = Assert.Single(_guard.Findings());
        Assert.Equal((Patients.Rows, Patients.Rows), (finding.SharedRowCount, finding.TestedRowCount));
    }

    [Fact]
    public void Normalizing_inside_the_trained_pipeline_is_silent()
    {
        var parts = _guard.Split(Split(_guard.Watch(Patients.Load(_context))));
        var model = _guard.Fit(Patients.Normalized(_context).Append(Patients.Lbfgs(_context)), parts.TrainSet);

        _context.BinaryClassification.Evaluate(_guard.Tested(model.Transform(parts.TestSet)));

        Assert.Empty(_guard.Findings());
    }

    [Fact]
    public void Normalizing_the_train_part_alone_is_silent()
    {
        var parts = _guard.Split(Split(_guard.Watch(Patients.Load(_context))));
        var preparation = _guard.Fit(Patients.Normalized(_context), parts.TrainSet);
        var model = _guard.Fit(Patients.Lbfgs(_context), preparation.Transform(parts.TrainSet));

        _context.BinaryClassification.Evaluate(_guard.Tested(model.Transform(preparation.Transform(parts.TestSet))));

        Assert.Empty(_guard.Findings());
    }

    [Fact]
    public void Steps_that_learn_nothing_may_see_all_rows()
    {
        var rows = _guard.Watch(Patients.Load(_context));
        var preparation = _guard.Fit(Patients.Features(_context).Append(_context.Transforms.NormalizeLpNorm("Features")), rows);
        var parts = _guard.Split(Split(preparation.Transform(rows)));
        var model = _guard.Fit(Patients.Lbfgs(_context), parts.TrainSet);

        _context.BinaryClassification.Evaluate(_guard.Tested(model.Transform(parts.TestSet)));

        Assert.Empty(_guard.Findings());
    }

    [Fact]
    public void A_pipeline_watched_by_the_guard_reports_the_line_of_its_own_fit()
    {
        var rows = _guard.Watch(Patients.Load(_context));
        var pipeline = Patients.Normalized(_context).WatchedBy(_guard);
        var line = ThisLine() + 1;
        var preparation = pipeline.Fit(rows);
        _guard.Split(Split(preparation.Transform(rows)));

        var finding = Assert.Single(_guard.Findings());
        Assert.Equal(("LEAK102", line), (finding.Id, finding.Line));
    }

    private DataOperationsCatalog.TrainTestData Split(IDataView rows) =>
        _context.Data.TrainTestSplit(rows, testFraction: 0.3, samplingKeyColumnName: nameof(Visit.PatientId));

    private static int ThisLine([System.Runtime.CompilerServices.CallerLineNumber] int line = 0) => line;
}
