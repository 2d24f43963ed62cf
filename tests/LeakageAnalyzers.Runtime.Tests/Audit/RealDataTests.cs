using LeakageAnalyzers.Runtime.Tests.Data;
using Microsoft.ML;
using static Microsoft.ML.DataOperationsCatalog;

namespace LeakageAnalyzers.Runtime.Tests.Audit;

/// <summary>What the audit says of splits of two real data sets with several rows a patient.</summary>
public sealed class RealDataTests
{
    private static readonly MLContext Context = new(seed: 1);
    private static readonly IDataView Voices = Context.Data.LoadFromEnumerable(VoiceRecording.All);
    private static readonly IDataView Telemonitoring = Context.Data.LoadFromEnumerable(TelemonitoringRecording.All);

    [Fact]
    public void A_row_wise_split_of_voices_shares_people_whom_a_model_recognizes()
    {
        var report = Audit<VoiceRecording>(Context.Data.TrainTestSplit(Voices, 0.3));

        Assert.Equal(["LEAK601", "LEAK611"], Warnings(report));
        Assert.Matches("an AUC of 0\\.(8|9)", report.Findings.Single(finding => finding.Id == "LEAK611").Message);
    }

    [Fact]
    public void A_split_of_voices_by_person_does_not() =>
        Assert.Empty(Warnings(Audit<VoiceRecording>(Context.Data.StratifiedTrainTestSplit(Voices, "Label", 0.3, nameof(VoiceRecording.PatientId)))));

    [Fact]
    public void A_row_wise_split_of_telemonitoring_shares_everybody()
    {
        var report = Audit<TelemonitoringRecording>(Context.Data.TrainTestSplit(Telemonitoring, 0.2));

        Assert.Equal(["LEAK601", "LEAK611"], Warnings(report));
        Assert.Equal(42, report.Findings.Single(finding => finding.Id == "LEAK601").Count);
    }

    [Fact]
    public void A_split_of_telemonitoring_by_person_leaves_few_people_to_test_on()
    {
        var report = Audit<TelemonitoringRecording>(Context.Data.GroupTrainTestSplit(Telemonitoring, nameof(TelemonitoringRecording.SubjectId), 0.2));

        Assert.Empty(Warnings(report));
        Assert.Contains("groups of 'SubjectId'", report.Findings.Single(finding => finding.Id == "LEAK609").Message, StringComparison.Ordinal);
    }

    private static AuditReport Audit<TRow>(TrainTestData split) => SplitAudit.Run(split, AuditOptions.Of<TRow>());

    private static IEnumerable<string> Warnings(AuditReport report) =>
        report.Findings.Where(finding => finding.Severity == FindingSeverity.Warning).Select(finding => finding.Id);
}
