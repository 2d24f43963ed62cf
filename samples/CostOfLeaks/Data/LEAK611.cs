using LeakageAnalyzers.Runtime;
using Microsoft.ML;

namespace CostOfLeaks.Data;

/// <summary>Recordings in which a model recognizes people, or cannot.</summary>
internal sealed class LEAK611 : IAudit
{
    public string Rows => "40 patients with 6 recordings each, which show who speaks";

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
