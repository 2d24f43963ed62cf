using Microsoft.ML;

namespace LeakageAnalyzers.Runtime.Tests.Guard;

/// <summary>LEAK103 on executions.</summary>
public sealed class VocabularyBeforeSplitTests : IDisposable
{
    private readonly MLContext _context = Patients.Context();
    private readonly LeakageGuard _guard = new();

    public void Dispose() => _guard.Dispose();

    [Theory]
    [InlineData(nameof(Visit.Label))]
    [InlineData(nameof(Visit.Age), "LEAK103")]
    public void A_key_map_of_the_label_alone_is_silent_where_nobody_reads_it_and_that_of_another_column_is_not(string mapped, params string[] expected)
    {
        var rows = _guard.Watch(Patients.Load(_context));
        var keyed = _guard.Fit(_context.Transforms.Conversion.MapValueToKey("Key", mapped), rows).Transform(rows);
        var parts = _guard.Split(_context.Data.TrainTestSplit(keyed, testFraction: 0.3, samplingKeyColumnName: nameof(Visit.PatientId)));
        var model = _guard.Fit(Patients.Features(_context).Append(Patients.Lbfgs(_context)), parts.TrainSet);

        _context.BinaryClassification.Evaluate(_guard.Tested(model.Transform(parts.TestSet)));

        Assert.Equal(expected, _guard.Findings().Select(finding => finding.Id));
    }
}
