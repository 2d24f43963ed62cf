using LeakageAnalyzers.Runtime;
using Microsoft.ML;

namespace CostOfLeaks.Data;

/// <summary>A dose that was prescribed because of the diagnosis, or none among the features.</summary>
internal sealed class LEAK605 : IAudit
{
    public string Rows => "300 examinations; the ill were given a higher dose afterwards";

    public AuditReport Leaky(int seed)
    {
        var mlContext = new MLContext(seed);
        var examinations = Register.Examinations(count: 300, seed);
        var treated = examinations.Select(examination => examination with { Dose = examination.Dose + (examination.Label ? 4 : 0) }).ToList();
        var data = mlContext.Data.LoadFromEnumerable(treated);

        var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.3, samplingKeyColumnName: nameof(Examination.PatientId));
        return SplitAudit.Run(split);
    }

    public AuditReport Honest(int seed)
    {
        var mlContext = new MLContext(seed);
        var examinations = Register.Examinations(count: 300, seed);
        var treated = examinations.Select(examination => examination with { Dose = examination.Dose + (examination.Label ? 4 : 0) }).ToList();
        var data = mlContext.Data.LoadFromEnumerable(treated);

        var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.3, samplingKeyColumnName: nameof(Examination.PatientId));
        return SplitAudit.Run(split, new AuditOptions { FeatureColumns = ["Age"] });
    }
}
