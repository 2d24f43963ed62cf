using LeakageAnalyzers.Runtime;
using Microsoft.ML;

namespace CostOfLeaks.Data;

/// <summary>A site with a handful of test rows, or with enough.</summary>
internal sealed class LEAK610 : IAudit
{
    public string Rows => "600 examinations at two sites, and 20 or 200 at a third";

    public AuditReport Leaky(int seed)
    {
        var mlContext = new MLContext(seed);
        var riga = Register.Examinations(count: 20, seed + 1000, prefix: "R").Select(examination => examination with { Site = "Riga" });
        var data = mlContext.Data.LoadFromEnumerable(Register.Examinations(count: 600, seed).Concat(riga).ToList());

        var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.3, samplingKeyColumnName: nameof(Examination.PatientId));
        return SplitAudit.Run(split, new AuditOptions { SubgroupColumns = [nameof(Examination.Site)] });
    }

    public AuditReport Honest(int seed)
    {
        var mlContext = new MLContext(seed);
        var riga = Register.Examinations(count: 200, seed + 1000, prefix: "R").Select(examination => examination with { Site = "Riga" });
        var data = mlContext.Data.LoadFromEnumerable(Register.Examinations(count: 600, seed).Concat(riga).ToList());

        var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.3, samplingKeyColumnName: nameof(Examination.PatientId));
        return SplitAudit.Run(split, new AuditOptions { SubgroupColumns = [nameof(Examination.Site)] });
    }
}
