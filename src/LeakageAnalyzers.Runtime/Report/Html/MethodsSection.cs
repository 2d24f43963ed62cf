using static LeakageAnalyzers.Runtime.Report.Markup;

namespace LeakageAnalyzers.Runtime.Report;

/// <summary>What a reader needs to make the numbers again, and what to cite.</summary>
internal static class MethodsSection
{
    public static IEnumerable<object?> Write(ReportDocument document)
    {
        if (document.Performance is { } performance)
        {
            yield return El(
                "p",
                $"Intervals: {performance.IntervalMethod}, {ReportNumbers.Count(performance.Resamples)} resamples of {(performance.GroupColumn is { } column ? $"whole groups of {column}" : "rows")}, seed {performance.Seed}. "
                + "All metrics are computed on the same resamples. Interval widths decide how many digits are given.");
        }

        if (document.Flow is not null)
        {
            yield return El("p", "Flow of rows: the guard gave every loaded row an id and recorded which ids each fit, split and evaluation read. Rows that lose their id on the way are followed by their values, where these tell them apart.");
        }

        if (document.Audit is not null)
        {
            yield return El("p", "Shift: Kolmogorov–Smirnov tests of numbers, permutation chi-squared tests of names, with Holm’s correction; rows of one group count once.");
        }

        yield return El("p", "A verdict is made by fixed rules: a leak that was seen makes a number not believable; whatever else speaks against it is a reservation; where nobody watched the rows, nothing is shown.");
        yield return Of(
            "ol",
            "references",
            El("li", "Varoquaux G, Cheplygina V. Machine learning for medical imaging: methodological failures and recommendations for the future. npj Digital Medicine 2022; 5: 48."),
            El("li", "Collins GS, Moons KGM, Dhiman P, et al. TRIPOD+AI statement. BMJ 2024; 385: e078378. Items as in the version of 11 January 2024."),
            El("li", "Kapoor S, Cantrell EM, Peng K, et al. REFORMS: consensus-based recommendations for machine-learning-based science. Science Advances 2024; 10: eadk3452."));
    }
}
