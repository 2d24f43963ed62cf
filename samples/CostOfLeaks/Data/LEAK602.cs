using LeakageAnalyzers.Runtime;
using Microsoft.ML;

namespace CostOfLeaks.Data;

/// <summary>One examination under two numbers, or under one.</summary>
internal sealed class LEAK602 : IAudit
{
    public string Rows => "300 examinations, 60 of them entered again under another number";

    public AuditReport Leaky(int seed)
    {
        var mlContext = new MLContext(seed);
        var examinations = Register.Examinations(count: 300, seed);
        var again = examinations.Take(60).Select(examination => examination with { PatientId = "again-" + examination.PatientId });
        var data = mlContext.Data.LoadFromEnumerable(examinations.Concat(again).ToList());

        var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.3, samplingKeyColumnName: nameof(Examination.PatientId));
        return SplitAudit.Run(split);
    }

    public AuditReport Honest(int seed)
    {
        var mlContext = new MLContext(seed);
        var examinations = Register.Examinations(count: 300, seed);
        var again = examinations.Take(60).Select(examination => examination with { PatientId = "again-" + examination.PatientId });
        var once = examinations.Concat(again).DistinctBy(examination => (examination.Date, examination.Age, examination.Dose)).ToList();
        var data = mlContext.Data.LoadFromEnumerable(once);

        var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.3, samplingKeyColumnName: nameof(Examination.PatientId));
        return SplitAudit.Run(split);
    }
}
