namespace LeakageAnalyzers.Runtime.Report.Tests;

/// <summary>Numbers as the report writes them.</summary>
public sealed class ReportNumbersTests
{
    [Theory]
    [InlineData(0.8123, 0.7441, 0.8689, "0.81 (95 % CI 0.74 to 0.87)")]
    [InlineData(0.81234, 0.80901, 0.81533, "0.812 (95 % CI 0.809 to 0.815)")]
    [InlineData(-0.0123, -0.2, 0.18, "−0.01 (95 % CI −0.20 to 0.18)")]
    [InlineData(-0.001, -0.2, 0.2, "0.00 (95 % CI −0.20 to 0.20)")]
    [InlineData(123.4, 103.2, 150.9, "123.4 (95 % CI 103.2 to 150.9)")]
    [InlineData(1234.4, 1032, 1509, "1234 (95 % CI 1032 to 1509)")]
    [InlineData(1, 1, 1, "1.00 (95 % CI 1.00 to 1.00)")]
    public void An_interval_decides_the_digits(double value, double lower, double upper, string expected) =>
        Assert.Equal(expected, ReportNumbers.Estimate(value, lower, upper, 0.95).Replace('\u00A0', ' '));

    [Fact]
    public void Counts_have_their_noun_and_their_thousands_apart()
    {
        Assert.Equal("1\u00A0row", ReportNumbers.Count(1, "row"));
        Assert.Equal("9999\u00A0rows", ReportNumbers.Count(9999, "row"));
        Assert.Equal("1\u202F234\u202F567\u00A0rows", ReportNumbers.Count(1_234_567, "row"));
    }

    [Fact]
    public void Infinity_and_chosen_numbers_are_written_as_such()
    {
        Assert.Equal("−∞", ReportNumbers.Number(double.NegativeInfinity, 2));
        Assert.Equal("0.02", ReportNumbers.Chosen(0.02));
        Assert.Equal("−5", ReportNumbers.Chosen(-5));
    }

    [Theory]
    [InlineData("AreaUnderRocCurve", "Area under the ROC curve")]
    [InlineData("RootMeanSquaredError", "Root mean squared error")]
    [InlineData("NormalizedDiscountedCumulativeGains@3", "Normalized discounted cumulative gains@3")]
    public void Metrics_have_plain_names(string name, string expected) => Assert.Equal(expected, MetricTitles.Of(name));
}
