using Microsoft.ML;

namespace LeakageAnalyzers.Runtime.Tests.Guard;

/// <summary>What the pages of LEAK105, LEAK207, LEAK302 and LEAK303 say of the run time.</summary>
public sealed class RulePagesTests : IDisposable
{
    private readonly MLContext _context = Patients.Context();
    private readonly LeakageGuard _guard = new();

    public void Dispose() => _guard.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Rows_in_another_order_at_each_pass_are_exact_duplicates_to_the_audit_and_nothing_to_the_guard(bool isDrawnAnew)
    {
        var random = new Random(1);
        IEnumerable<Visit> visits = Patients.Visits().OrderBy(_ => random.Next());
        var parts = _guard.Split(Split(_guard.Watch(_context.Data.LoadFromEnumerable(isDrawnAnew ? visits : visits.ToList()))));
        var model = _guard.Fit(Patients.Features(_context).Append(Patients.FastTree(_context)), parts.TrainSet);
        _context.BinaryClassification.Evaluate(_guard.Tested(model.Transform(parts.TestSet)));

        Assert.Equal(isDrawnAnew, SplitAudit.Run(parts).Findings.Any(finding => finding.Id == "LEAK602"));
        Assert.DoesNotContain(_guard.Findings(), finding => finding.Id is "LEAK201" or "LEAK207");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Rows_drawn_twice_are_tested_and_learned_from(bool areDrawnFirst)
    {
        var rows = _guard.Watch(Patients.Load(_context));
        IDataView Drawn(IDataView from) => _context.Data.Cache(_context.Data.BootstrapSample(from, seed: 3));
        var parts = Split(areDrawnFirst ? Drawn(rows) : rows);
        var model = _guard.Fit(Patients.Features(_context).Append(Patients.FastTree(_context)), areDrawnFirst ? parts.TrainSet : Drawn(parts.TrainSet));
        _context.BinaryClassification.Evaluate(_guard.Tested(model.Transform(parts.TestSet)));

        Assert.Equal(areDrawnFirst, SplitAudit.Run(parts).Findings.Any(finding => finding.Id == "LEAK602"));
        Assert.Equal(areDrawnFirst, _guard.Findings().Any(finding => finding.Id == "LEAK201"));
    }

    [Theory]
    [InlineData(true, "LEAK303")]
    [InlineData(false)]
    public void Models_that_are_tested_on_the_same_rows_are_told_where_they_are_tested(bool areTwo, params string[] expected)
    {
        var parts = Split(_guard.Watch(Patients.Load(_context)), nameof(Visit.PatientId));
        foreach (var trainer in new[] { Patients.FastTree(_context), Patients.Lbfgs(_context) }.Take(areTwo ? 2 : 1))
        {
            var model = _guard.Fit(Patients.Features(_context).Append(trainer), parts.TrainSet);
            _context.BinaryClassification.Evaluate(_guard.Tested(model.Transform(parts.TestSet)));
        }

        Assert.Equal(expected, _guard.Findings().Select(finding => finding.Id));

        // Worth knowing, and no reason to stop.
        Assert.All(_guard.Findings(), finding => Assert.Equal(FindingSeverity.Info, finding.Severity));
        _guard.Verify();
    }

    private DataOperationsCatalog.TrainTestData Split(IDataView rows, string? key = null) => _context.Data.TrainTestSplit(rows, testFraction: 0.3, samplingKeyColumnName: key);
}
