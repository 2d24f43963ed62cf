using Microsoft.ML;
using Microsoft.ML.Data;
using static Microsoft.ML.TrainCatalogBase;

namespace LeakageAnalyzers.Runtime.Tests.Guard;

/// <summary>What the guard says of ML.NET's own cross-validation.</summary>
public sealed class CrossValidationTests : IDisposable
{
    private readonly MLContext _context = Patients.Context();
    private readonly LeakageGuard _guard = new();

    public void Dispose() => _guard.Dispose();

    [Fact]
    public void Preparation_inside_the_folds_by_patient_is_silent()
    {
        var rows = _guard.Watch(Patients.Load(_context));

        CrossValidate(rows, Patients.Normalized(_context).Append(Patients.Lbfgs(_context)), nameof(Visit.PatientId));

        Assert.Empty(_guard.Findings());
    }

    [Fact]
    public void Preparation_before_the_folds_is_reported_at_its_fit()
    {
        var rows = _guard.Watch(Patients.Load(_context));
        var preparation = _guard.Fit(Patients.Normalized(_context), rows);

        CrossValidate(preparation.Transform(rows), Patients.Lbfgs(_context), nameof(Visit.PatientId));

        var finding = Assert.Single(_guard.Findings());
        Assert.Equal("LEAK102", finding.Id);
        Assert.Contains("cross-validated at", finding.Message, StringComparison.Ordinal);
        Assert.Equal((Patients.Rows, Patients.Rows), (finding.SharedRowCount, finding.TestedRowCount));
    }

    [Fact]
    public void Folds_that_cut_patients_are_reported()
    {
        var rows = _guard.Watch(Patients.Load(_context));

        CrossValidate(rows, Patients.Features(_context).Append(Patients.Lbfgs(_context)), samplingKey: null);

        var finding = Assert.Single(_guard.Findings());
        Assert.Equal(("LEAK202", Patients.Count), (finding.Id, finding.GroupCount));
    }

    [Fact]
    public void Every_fold_is_recorded_by_the_watched_pipeline()
    {
        var rows = _guard.Watch(Patients.Load(_context));

        var folds = CrossValidate(rows, Patients.Features(_context).Append(Patients.Lbfgs(_context)), nameof(Visit.PatientId));
        _context.BinaryClassification.Evaluate(_guard.Tested(_guard.Transform(folds[0].Model, rows)));

        var finding = Assert.Single(_guard.Findings());
        Assert.Equal("LEAK201", finding.Id);
        Assert.InRange(finding.SharedRowCount!.Value, Patients.Rows / 2, Patients.Rows - 1);
    }

    [Fact]
    public void A_pipeline_that_is_not_watched_can_still_cut_patients()
    {
        var rows = _guard.Watch(Patients.Load(_context));
        var pipeline = Patients.Features(_context).Append(Patients.Lbfgs(_context));

        _guard.CrossValidated(_context.BinaryClassification.CrossValidate(rows, pipeline, numberOfFolds: 3));

        Assert.Equal("LEAK202", Assert.Single(_guard.Findings()).Id);
    }

    private IReadOnlyList<CrossValidationResult<CalibratedBinaryClassificationMetrics>> CrossValidate(
        IDataView rows, IEstimator<ITransformer> pipeline, string? samplingKey) =>
        _guard.CrossValidated(_context.BinaryClassification.CrossValidate(
            rows, pipeline.WatchedBy(_guard), numberOfFolds: 3, samplingKeyColumnName: samplingKey));
}
