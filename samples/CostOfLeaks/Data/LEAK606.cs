using LeakageAnalyzers.Runtime;
using Microsoft.ML;

namespace CostOfLeaks.Data;

/// <summary>The record number among the features, or not.</summary>
internal sealed class LEAK606 : IAudit
{
    public string Rows => "300 people of a clinic, numbered as they came";

    public AuditReport Leaky(int seed)
    {
        var mlContext = new MLContext(seed);
        var data = mlContext.Data.LoadFromEnumerable(Simulated.Clinic(people: 300, seed));

        var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.3);
        return SplitAudit.Run(split);
    }

    public AuditReport Honest(int seed)
    {
        var mlContext = new MLContext(seed);
        var data = mlContext.Data.LoadFromEnumerable(Simulated.Clinic(people: 300, seed));

        var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.3);
        return SplitAudit.Run(split, new AuditOptions { IdentifierColumns = [nameof(Admission.RecordId)] });
    }
}
