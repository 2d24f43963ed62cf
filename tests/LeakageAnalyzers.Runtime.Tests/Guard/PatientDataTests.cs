using LeakageAnalyzers.Runtime.Tests.Data;
using Microsoft.ML;

namespace LeakageAnalyzers.Runtime.Tests.Guard;

/// <summary>The guard's verdict on splits of two real data sets with several rows a patient.</summary>
public sealed class PatientDataTests
{
    private readonly MLContext _context = new(seed: 1);

    [Fact]
    public void A_row_wise_split_of_voices_leaks_people()
    {
        var finding = Assert.Single(Judge<VoiceRecording>(_context.Data.LoadFromEnumerable(VoiceRecording.All), rows => _context.Data.TrainTestSplit(rows, 0.3)));

        Assert.Equal(("LEAK202", 32), (finding.Id, finding.GroupCount));
        Assert.InRange(finding.SharedGroupCount!.Value, 20, 32);
        Assert.Equal(5, finding.ExampleGroups.Count);
    }

    [Fact]
    public void A_split_of_voices_by_person_is_silent() => Assert.Empty(Judge<VoiceRecording>(
        _context.Data.LoadFromEnumerable(VoiceRecording.All), rows => _context.Data.GroupTrainTestSplit(rows, nameof(VoiceRecording.PatientId), 0.3)));

    [Fact]
    public void A_row_wise_split_of_telemonitoring_leaks_everybody()
    {
        var finding = Assert.Single(Judge<TelemonitoringRecording>(_context.Data.LoadFromEnumerable(TelemonitoringRecording.All), rows => _context.Data.TrainTestSplit(rows, 0.2)));

        Assert.Equal(("LEAK202", 42, 42), (finding.Id, finding.SharedGroupCount, finding.GroupCount));
    }

    [Fact]
    public void A_split_of_telemonitoring_by_person_is_silent() => Assert.Empty(Judge<TelemonitoringRecording>(
        _context.Data.LoadFromEnumerable(TelemonitoringRecording.All), rows => _context.Data.GroupTrainTestSplit(rows, nameof(TelemonitoringRecording.SubjectId), 0.2)));

    private static IReadOnlyList<LeakageFinding> Judge<TRow>(IDataView loaded, Func<IDataView, DataOperationsCatalog.TrainTestData> split)
    {
        using var guard = new LeakageGuard();
        guard.Split(split(guard.Watch<TRow>(loaded)));
        return guard.Findings();
    }
}
