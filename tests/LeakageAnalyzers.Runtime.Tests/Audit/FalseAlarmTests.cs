using LeakageAnalyzers.Runtime.Statistics;
using LeakageAnalyzers.Runtime.Tests.Data;
using Microsoft.ML;

namespace LeakageAnalyzers.Runtime.Tests.Audit;

/// <summary>How often the rules that test speak where there is nothing: at most at the nominal level, up to what chance does in so many runs.</summary>
public sealed class FalseAlarmTests
{
    private const int Runs = 120;
    private const double Level = 0.05;

    private static readonly long MostAlarms = BinomialTail.Quantile(0.995, Runs, Level);

    [Theory]
    [InlineData("LEAK603")]
    [InlineData("LEAK605")]
    [InlineData("LEAK607")]
    [InlineData("LEAK608")]
    [InlineData("LEAK611")]
    public void On_independent_rows(string id) => AssertRare(id, run =>
        SplitAudit.Run(AuditedSplit.View(AuditedSplit.Rows(90, 2 * run)), AuditedSplit.View(AuditedSplit.Rows(60, (2 * run) + 1, prefix: "Q")), new AuditOptions { Seed = run }));

    [Theory]
    [InlineData("LEAK603")]
    [InlineData("LEAK605")]
    [InlineData("LEAK607")]
    [InlineData("LEAK608")]
    [InlineData("LEAK611")]
    public void On_patients_split_at_random(string id)
    {
        var context = new MLContext();
        var voices = context.Data.LoadFromEnumerable(VoiceRecording.All);
        AssertRare(id, run => SplitAudit.Run(context.Data.GroupTrainTestSplit(voices, nameof(VoiceRecording.PatientId), 0.4, run), new AuditOptions { Seed = run }));
    }

    private static void AssertRare(string id, Func<int, AuditReport> audit)
    {
        var alarms = Enumerable.Range(0, Runs).AsParallel().Count(run => audit(run).Findings.Any(finding => finding.Id == id));

        Assert.True(alarms <= MostAlarms, $"{id} spoke in {alarms} of {Runs} runs; at a level of {Level}, {MostAlarms} are likely.");
    }
}
