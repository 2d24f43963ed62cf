using Microsoft.ML;

namespace LeakageAnalyzers.Runtime.Tests.Guard;

/// <summary>A guard that is told the sampling key of a cut judges the key as well.</summary>
public sealed class SamplingKeyTests : IDisposable
{
    private readonly MLContext _context = Patients.Context();
    private readonly LeakageGuard _guard = new();

    public void Dispose() => _guard.Dispose();

    [Theory]
    [InlineData(nameof(Visit.Label), "LEAK206")]
    [InlineData(nameof(Visit.PatientId), null)]
    [InlineData(null, null)]
    public void The_label_as_key_is_reported(string? key, string? expected)
    {
        var rows = _guard.Watch(Patients.Load(_context));

        _guard.Split(_context.Data.TrainTestSplit(rows, samplingKeyColumnName: nameof(Visit.PatientId)), key);

        Assert.Equal(expected, _guard.Findings().SingleOrDefault()?.Id);
    }

    [Theory]
    [InlineData(null, "LEAK205")]
    [InlineData(7, null)]
    public void A_part_that_is_cut_again_by_the_same_key_and_seed_is_reported(int? seed, string? expected)
    {
        var rows = _guard.Watch(Patients.Load(_context));
        var outer = _guard.Split(_context.Data.TrainTestSplit(rows, 0.3, nameof(Visit.PatientId)), nameof(Visit.PatientId));

        _guard.Split(_context.Data.CrossValidationSplit(outer.TrainSet, 3, nameof(Visit.PatientId), seed), nameof(Visit.PatientId), seed);

        Assert.Equal(expected, _guard.Findings().SingleOrDefault()?.Id);
    }
}
