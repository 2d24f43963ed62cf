using LeakageAnalyzers.Runtime.Statistics;
using LeakageAnalyzers.Runtime.Tests.ReferenceValues;

namespace LeakageAnalyzers.Runtime.Tests.Statistics;

internal static class AssertInterval
{
    public static void Equal(double[] expected, ConfidenceInterval actual, double tolerance = ReferenceFile.Tolerance)
    {
        Assert.Equal(expected[0], actual.Lower, tolerance);
        Assert.Equal(expected[1], actual.Upper, tolerance);
    }
}
