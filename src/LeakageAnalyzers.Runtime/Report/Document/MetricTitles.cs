using System.Text.RegularExpressions;

namespace LeakageAnalyzers.Runtime.Report;

/// <summary>Metrics in plain words.</summary>
internal static class MetricTitles
{
    private static readonly Dictionary<string, string> Titles = new(StringComparer.Ordinal)
    {
        ["AreaUnderRocCurve"] = "Area under the ROC curve",
        ["Accuracy"] = "Accuracy",
        ["PositivePrecision"] = "Positive predictive value",
        ["PositiveRecall"] = "Sensitivity",
        ["NegativePrecision"] = "Negative predictive value",
        ["NegativeRecall"] = "Specificity",
        ["F1Score"] = "F1 score",
        ["AreaUnderPrecisionRecallCurve"] = "PR-AUC by trapezoids",
        ["LogLossReduction"] = "Log loss reduction",
        ["Entropy"] = "Entropy of the labels (bits)",
        ["AveragePrecision"] = "Average precision (PR-AUC)",
        ["MatthewsCorrelation"] = "Matthews correlation coefficient",
        ["SensitivityAtSpecificity"] = "Sensitivity at fixed specificity",
        ["BrierScore"] = "Brier score",
        ["CalibrationInTheLarge"] = "Calibration in the large",
        ["RSquared"] = "R²",
    };

    /// <summary>The plain words for a name, or the name's own words.</summary>
    public static string Of(string name) => Titles.TryGetValue(name, out var title) ? title : Words(name);

    /// <summary>The plain words within a sentence: an abbreviation keeps its capitals.</summary>
    public static string InSentence(string title) => title.Length > 1 && char.IsLower(title[1]) && !title.StartsWith("Matthews", StringComparison.Ordinal) && !title.StartsWith("Brier", StringComparison.Ordinal)
        ? char.ToLowerInvariant(title[0]) + title.Substring(1)
        : title;

    // The first word keeps its capital.
    private static string Words(string name) => Regex.Replace(
        Regex.Replace(name, "(?<=[a-z0-9])(?=[A-Z])", " "), "(?<= )[A-Z](?=[a-z])", letter => letter.Value.ToLowerInvariant());
}
