using LeakageAnalyzers.Runtime;
using Microsoft.ML.Data;

namespace MultiSite;

/// <summary>One person, scanned at one of several hospitals.</summary>
internal sealed class Examination
{
    public const int Measures = 12;

    /// <summary>How many hospitals there are. Each scanner shifts each measure a little, and each hospital sees its own share of ill people.</summary>
    public const int Hospitals = 6;

    /// <summary>The hospital.</summary>
    public string Site { get; set; } = "";

    /// <summary>The person.</summary>
    [GroupKey]
    public string PatientId { get; set; } = "";

    /// <summary>What is measured on the scan.</summary>
    [VectorType(Measures)]
    public float[] Features { get; set; } = [];

    /// <summary>Whether the person is ill.</summary>
    public bool Label { get; set; }

    /// <summary>
    /// Simulated examinations: illness raises the first three measures by half a standard deviation; the scanner moves all of them by about one. Where many are ill, the
    /// scanner alone gives it away.
    /// </summary>
    public static IReadOnlyList<Examination> Simulate(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, Hospitals).SelectMany(hospital =>
        {
            var scanner = Enumerable.Range(0, Measures).Select(_ => Normal(random)).ToArray();
            var prevalence = (hospital + 1) / (Hospitals + 1.0);
            return Enumerable.Range(0, 80).Select(person =>
            {
                var isIll = random.NextDouble() < prevalence;
                return new Examination
                {
                    Site = $"Hospital {hospital + 1}",
                    PatientId = $"H{hospital + 1}-{person:00}",
                    Features = [.. scanner.Select((shift, measure) => (float)(Normal(random) + shift + (isIll && measure < 3 ? 0.5 : 0)))],
                    Label = isIll,
                };
            });
        })];
    }

    // Box and Muller, 1958.
    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
