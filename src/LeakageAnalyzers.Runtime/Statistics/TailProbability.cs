using MathNet.Numerics;

namespace LeakageAnalyzers.Runtime.Statistics;

/// <summary>Upper tails, computed as such: 1 − CDF would round every p-value below 1e-16 to zero.</summary>
internal static class TailProbability
{
    /// <summary>P(Z ≥ z) of the standard normal distribution; z may be infinite.</summary>
    public static double Normal(double z) => SpecialFunctions.Erfc(z / Math.Sqrt(2)) / 2;

    /// <summary>P(|Z| ≥ |z|) of the standard normal distribution.</summary>
    public static double NormalTwoSided(double z) => SpecialFunctions.Erfc(Math.Abs(z) / Math.Sqrt(2));

    /// <summary>P(T ≥ t) of Student's distribution; t may be infinite.</summary>
    public static double StudentT(double t, double degreesOfFreedom)
    {
        var outer = SpecialFunctions.BetaRegularized(degreesOfFreedom / 2, 0.5, degreesOfFreedom / (degreesOfFreedom + (t * t))) / 2;
        return t >= 0 ? outer : 1 - outer;
    }

    /// <summary>P(X ≥ x) of the chi-squared distribution; x may be infinite.</summary>
    public static double ChiSquared(double x, double degreesOfFreedom) =>
        double.IsPositiveInfinity(x) ? 0
        : x <= 0 ? 1
        : SpecialFunctions.GammaUpperRegularized(degreesOfFreedom / 2, x / 2);
}
