using Microsoft.ML;
using Microsoft.ML.Data;

namespace LeakageAnalyzers.Runtime.Tests.Guard;

/// <summary>A row of the generated data: several visits of each patient.</summary>
public sealed class Visit
{
    public string PatientId { get; set; } = "";

    public float Age { get; set; }

    public float Dose { get; set; }

    public bool Label { get; set; }
}

/// <summary>Generated data, the same at every call.</summary>
internal static class Patients
{
    public const int Count = 40;
    public const int VisitsEach = 6;
    public const int Rows = Count * VisitsEach;

    public static MLContext Context() => new(seed: 1);

    /// <summary>240 visits of 40 patients.</summary>
    public static IDataView Load(MLContext context) => context.Data.LoadFromEnumerable(Visits());

    public static List<Visit> Visits()
    {
        var random = new Random(7);
        return Enumerable.Range(0, Rows).Select(row =>
        {
            var patient = row % Count;
            var age = 30 + patient + (float)random.NextDouble();
            var dose = (float)random.NextDouble() * 10;
            return new Visit { PatientId = $"P{patient:00}", Age = age, Dose = dose, Label = dose + (random.NextDouble() * 5) > 7 };
        }).ToList();
    }

    /// <summary>Features without preparation.</summary>
    public static IEstimator<ITransformer> Features(MLContext context) => context.Transforms.Concatenate("Features", nameof(Visit.Age), nameof(Visit.Dose));

    /// <summary>Features prepared by what learns statistics.</summary>
    public static IEstimator<ITransformer> Normalized(MLContext context) =>
        Features(context).Append(context.Transforms.NormalizeMinMax("Features"));

    public static IEstimator<ITransformer> FastTree(MLContext context) =>
        context.BinaryClassification.Trainers.FastTree(numberOfTrees: 5, numberOfLeaves: 4, minimumExampleCountPerLeaf: 2);

    public static IEstimator<ITransformer> Lbfgs(MLContext context) => context.BinaryClassification.Trainers.LbfgsLogisticRegression();
}
