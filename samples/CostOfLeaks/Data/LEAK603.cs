using LeakageAnalyzers.Runtime;
using Microsoft.ML;

namespace CostOfLeaks.Data;

/// <summary>One examination typed in twice, the second time rounded, or once.</summary>
internal sealed class LEAK603 : IAudit
{
    public string Rows => "300 examinations, 60 of them typed in again with rounded values";

    public AuditReport Leaky(int seed)
    {
        var mlContext = new MLContext(seed);
        var examinations = Register.Examinations(count: 300, seed);
        var again = examinations.Take(60).Select(examination => examination with
        {
            PatientId = "again-" + examination.PatientId,
            Age = MathF.Round(examination.Age, 2),
            Dose = MathF.Round(examination.Dose, 2),
        });
        var data = mlContext.Data.LoadFromEnumerable(examinations.Concat(again).ToList());

        var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.3, samplingKeyColumnName: nameof(Examination.PatientId));
        return SplitAudit.Run(split, new AuditOptions { DuplicateColumns = ["Age", "Dose"] });
    }

    public AuditReport Honest(int seed)
    {
        var mlContext = new MLContext(seed);
        var examinations = Register.Examinations(count: 300, seed);
        var data = mlContext.Data.LoadFromEnumerable(examinations);

        var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.3, samplingKeyColumnName: nameof(Examination.PatientId));
        return SplitAudit.Run(split, new AuditOptions { DuplicateColumns = ["Age", "Dose"] });
    }
}
