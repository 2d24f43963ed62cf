using LeakageAnalyzers.Runtime;
using Microsoft.ML;

namespace CostOfLeaks.Data;

/// <summary>Recordings of one person on both sides, or on one.</summary>
internal sealed class LEAK601 : IAudit
{
    public string Rows => "40 patients with 6 recordings each";

    public AuditReport Leaky(int seed)
    {
        var mlContext = new MLContext(seed);
        var data = mlContext.Data.LoadFromEnumerable(Simulated.Recordings(patients: 40, recordings: 6, seed));

        var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.3);
        return SplitAudit.Run(split);
    }

    public AuditReport Honest(int seed)
    {
        var mlContext = new MLContext(seed);
        var data = mlContext.Data.LoadFromEnumerable(Simulated.Recordings(patients: 40, recordings: 6, seed));

        var split = mlContext.Data.GroupTrainTestSplit(data, nameof(Recording.PatientId), testFraction: 0.3);
        return SplitAudit.Run(split);
    }
}
