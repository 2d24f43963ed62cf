using LeakageAnalyzers.Runtime;
using Microsoft.ML;

namespace CostOfLeaks.Data;

/// <summary>A test part of some dozen rows, or of several hundred.</summary>
internal sealed class LEAK609 : IAudit
{
    public string Rows => "300 examinations, or 1,500";

    public AuditReport Leaky(int seed)
    {
        var mlContext = new MLContext(seed);
        var data = mlContext.Data.LoadFromEnumerable(Register.Examinations(count: 300, seed));

        var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.2, samplingKeyColumnName: nameof(Examination.PatientId));
        return SplitAudit.Run(split);
    }

    public AuditReport Honest(int seed)
    {
        var mlContext = new MLContext(seed);
        var data = mlContext.Data.LoadFromEnumerable(Register.Examinations(count: 1500, seed));

        var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.3, samplingKeyColumnName: nameof(Examination.PatientId));
        return SplitAudit.Run(split);
    }
}
