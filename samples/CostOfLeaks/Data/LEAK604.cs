using LeakageAnalyzers.Runtime;
using Microsoft.ML;

namespace CostOfLeaks.Data;

/// <summary>Test examinations of the same months as the train ones, or of later ones.</summary>
internal sealed class LEAK604 : IAudit
{
    public string Rows => "300 examinations of one year";

    public AuditReport Leaky(int seed)
    {
        var mlContext = new MLContext(seed);
        var data = mlContext.Data.LoadFromEnumerable(Register.Examinations(count: 300, seed));

        var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.3, samplingKeyColumnName: nameof(Examination.PatientId));
        return SplitAudit.Run(split, new AuditOptions { TimeColumn = nameof(Examination.Date) });
    }

    public AuditReport Honest(int seed)
    {
        var mlContext = new MLContext(seed);
        var data = mlContext.Data.LoadFromEnumerable(Register.Examinations(count: 300, seed));

        var split = mlContext.Data.TemporalTrainTestSplit(data, nameof(Examination.Date), testFraction: 0.3);
        return SplitAudit.Run(split, new AuditOptions { TimeColumn = nameof(Examination.Date) });
    }
}
