using LeakageAnalyzers.Runtime;
using Microsoft.ML;

namespace CostOfLeaks.Data;

/// <summary>Tested on older people than trained on, or on a random part.</summary>
internal sealed class LEAK607 : IAudit
{
    public string Rows => "300 examinations, and 200 of people who are 8 years older";

    public AuditReport Leaky(int seed)
    {
        var mlContext = new MLContext(seed);
        var older = Register.Examinations(count: 200, seed + 1000, prefix: "Q").Select(examination => examination with { Age = examination.Age + 8 }).ToList();
        var train = mlContext.Data.LoadFromEnumerable(Register.Examinations(count: 300, seed));
        var test = mlContext.Data.LoadFromEnumerable(older);

        return SplitAudit.Run(train, test);
    }

    public AuditReport Honest(int seed)
    {
        var mlContext = new MLContext(seed);
        var older = Register.Examinations(count: 200, seed + 1000, prefix: "Q").Select(examination => examination with { Age = examination.Age + 8 });
        var data = mlContext.Data.LoadFromEnumerable(Register.Examinations(count: 300, seed).Concat(older).ToList());

        var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.4, samplingKeyColumnName: nameof(Examination.PatientId));
        return SplitAudit.Run(split);
    }
}
