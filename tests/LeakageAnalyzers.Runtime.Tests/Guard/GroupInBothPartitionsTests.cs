using Microsoft.ML;
using Microsoft.ML.Data;

namespace LeakageAnalyzers.Runtime.Tests.Guard;

/// <summary>LEAK202 on executions.</summary>
public sealed class GroupInBothPartitionsTests : IDisposable
{
    private readonly MLContext _context = Patients.Context();
    private readonly LeakageGuard _guard = new();

    public void Dispose() => _guard.Dispose();

    [Fact]
    public void A_row_wise_split_is_reported_with_the_number_of_shared_patients()
    {
        var rows = _guard.Watch(Patients.Load(_context));

        var parts = _guard.Split(_context.Data.TrainTestSplit(rows, testFraction: 0.3));

        var train = Ids(parts.TrainSet);
        var test = Ids(parts.TestSet);
        var finding = Assert.Single(_guard.Findings());
        Assert.Equal("LEAK202", finding.Id);
        Assert.Equal(train.Intersect(test).Count(), finding.SharedGroupCount);
        Assert.Equal(Patients.Count, finding.GroupCount);
        Assert.All(finding.ExampleGroups, group => Assert.Contains(group, train.Intersect(test)));
        Assert.Contains($"({finding.SharedGroupCount} of 40 do, such as {finding.ExampleGroups[0]},", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_split_by_patient_is_silent()
    {
        var rows = _guard.Watch(Patients.Load(_context));

        _guard.Split(_context.Data.TrainTestSplit(rows, samplingKeyColumnName: nameof(Visit.PatientId)));

        Assert.Empty(_guard.Findings());
    }

    [Fact]
    public void A_split_by_hand_that_keeps_patients_together_is_silent()
    {
        var visits = Patients.Visits().OrderBy(visit => visit.PatientId, StringComparer.Ordinal).ToList();
        var rows = _guard.Watch(_context.Data.LoadFromEnumerable(visits));
        var half = Patients.Rows / 2;

        _guard.Split(_context.Data.TakeRows(rows, half), _context.Data.SkipRows(rows, half));

        Assert.Empty(_guard.Findings());
    }

    [Fact]
    public void A_split_by_hand_that_cuts_patients_is_reported()
    {
        var rows = _guard.Watch(Patients.Load(_context));

        _guard.Split(_context.Data.TakeRows(rows, 120), _context.Data.SkipRows(rows, 120));

        Assert.Equal(Patients.Count, Assert.Single(_guard.Findings()).SharedGroupCount);
    }

    [Fact]
    public void Folds_are_reported_once()
    {
        var rows = _guard.Watch(Patients.Load(_context));

        var folds = _guard.Split(_context.Data.CrossValidationSplit(rows, numberOfFolds: 3));

        Assert.Equal(3, folds.Count);
        Assert.Equal("LEAK202", Assert.Single(_guard.Findings()).Id);
    }

    [Fact]
    public void Folds_by_patient_are_silent()
    {
        var rows = _guard.Watch(Patients.Load(_context));

        _guard.Split(_context.Data.CrossValidationSplit(rows, numberOfFolds: 3, samplingKeyColumnName: nameof(Visit.PatientId)));

        Assert.Empty(_guard.Findings());
    }

    [Fact]
    public void A_declared_group_column_needs_no_telling_name()
    {
        var rows = _guard.Watch(Renamed("Who"), groupColumn: "Who");

        _guard.Split(_context.Data.TrainTestSplit(rows, testFraction: 0.3));

        Assert.Contains("Who", Assert.Single(_guard.Findings()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_without_a_telling_name_is_no_group()
    {
        var rows = _guard.Watch(Renamed("Who"));

        _guard.Split(_context.Data.TrainTestSplit(rows, testFraction: 0.3));

        Assert.Empty(_guard.Findings());
    }

    [Fact]
    public void One_row_per_patient_is_silent()
    {
        var rows = _guard.Watch(_context.Data.LoadFromEnumerable(Patients.Visits().Take(Patients.Count)));

        _guard.Split(_context.Data.TrainTestSplit(rows, testFraction: 0.3));

        Assert.Empty(_guard.Findings());
    }

    private IDataView Renamed(string name)
    {
        var pipeline = _context.Transforms.CopyColumns(name, nameof(Visit.PatientId))
            .Append(_context.Transforms.SelectColumns(name, nameof(Visit.Age), nameof(Visit.Dose), nameof(Visit.Label)));
        var rows = Patients.Load(_context);
        return pipeline.Fit(rows).Transform(rows);
    }

    private static List<string> Ids(IDataView rows) =>
        rows.GetColumn<string>(nameof(Visit.PatientId)).Distinct().ToList();
}
