namespace LeakageAnalyzers.Runtime.Statistics;

/// <summary>How many standard errors a two-sided interval reaches to either side.</summary>
internal static class CriticalValue
{
    public static double Normal(double level) => MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, (1 + Check.Level(level)) / 2);

    public static double StudentT(double level, double degreesOfFreedom) =>
        MathNet.Numerics.Distributions.StudentT.InvCDF(0, 1, degreesOfFreedom, (1 + Check.Level(level)) / 2);
}
