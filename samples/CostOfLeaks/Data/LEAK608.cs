using LeakageAnalyzers.Runtime;
using Microsoft.ML;

namespace CostOfLeaks.Data;

/// <summary>Tested on a ward where more people are ill, or on a stratified part.</summary>
internal sealed class LEAK608 : IAudit
{
    public string Rows => "300 examinations, and 200 of a ward where three of four are ill";

    public AuditReport Leaky(int seed)
    {
        var mlContext = new MLContext(seed);
        var ward = Register.Examinations(count: 200, seed + 1000, prefix: "Q").Select((examination, number) => examination with { Label = number % 4 > 0 }).ToList();
        var train = mlContext.Data.LoadFromEnumerable(Register.Examinations(count: 300, seed));
        var test = mlContext.Data.LoadFromEnumerable(ward);

        return SplitAudit.Run(train, test);
    }

    public AuditReport Honest(int seed)
    {
        var mlContext = new MLContext(seed);
        var ward = Register.Examinations(count: 200, seed + 1000, prefix: "Q").Select((examination, number) => examination with { Label = number % 4 > 0 });
        var data = mlContext.Data.LoadFromEnumerable(Register.Examinations(count: 300, seed).Concat(ward).ToList());

        var split = mlContext.Data.StratifiedTrainTestSplit(data, "Label", testFraction: 0.4, groupColumnName: nameof(Examination.PatientId));
        return SplitAudit.Run(split);
    }
}
