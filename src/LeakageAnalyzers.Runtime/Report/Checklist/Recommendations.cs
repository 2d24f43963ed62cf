namespace LeakageAnalyzers.Runtime.Report;

/// <summary>
/// The recommendations of Varoquaux and Cheplygina (2022) with the numbers of the items of TRIPOD+AI (version of 11 January 2024) and of REFORMS that ask for the same.
/// A number that could not be confirmed is left out; of REFORMS' items on what train and test rows share, the module (6, data leakage) is named only.
/// </summary>
internal static class Recommendations
{
    public static IReadOnlyList<Recommendation> All { get; } =
    [
        new(ReportingItem.IntendedUse, "The population and the use that the prediction is meant for are stated", "3b", "1a, 1b"),
        new(ReportingItem.DataSource, "The sources of the data are described", "5a, 5b", "2a, 3a, 3b"),
        new(ReportingItem.RowFlow, "The number of rows in each step of the analysis is shown", "20a, 21", null),
        new(ReportingItem.IndependentTestRows, "Test rows were not learned from", "12a", "6a"),
        new(ReportingItem.NoCopiesOfTestRows, "Copies of test rows were not learned from", "12a", "module 6"),
        new(ReportingItem.PreparationWithinTraining, "All preparation was learned from training rows alone", "7, 12b", "6a"),
        new(ReportingItem.IndividualsKeptTogether, "Repeated measures of one individual stay on one side of the split", "12a", "module 6"),
        new(ReportingItem.LegitimateFeatures, "No feature stands for the answer or names the individual", "9b", "6c"),
        new(ReportingItem.ChoiceWithoutTestRows, "Models and settings were chosen without the test rows", "12c", "5e"),
        new(ReportingItem.TestSetReuse, "The test rows were not looked at again and again", null, null),
        new(ReportingItem.TestSetSize, "There are enough independent test rows for the claim", "10", null),
        new(ReportingItem.ConfidenceIntervals, "The reported performance has confidence intervals", "23a", "7b"),
        new(ReportingItem.VariationOverSeeds, "The variation over arbitrary choices, such as seeds and splits, is known", "12c", "7b"),
        new(ReportingItem.SeveralMetrics, "Several metrics are reported, not one alone", "12e", "7a"),
        new(ReportingItem.Calibration, "Predicted probabilities were compared with observed shares", "12e", "7a"),
        new(ReportingItem.Baselines, "The model was compared with baselines that are strong enough", "12e", "5f"),
        new(ReportingItem.Superiority, "A gain over another model is tested for superiority, not merely for difference", "12e", "7c"),
        new(ReportingItem.Subgroups, "Subgroups were evaluated, each with its interval", "14, 23a", null),
        new(ReportingItem.DatasetShift, "Test rows were compared with training rows", "16, 20c", null),
        new(ReportingItem.ExternalValidation, "The model was tested on data from another source", "12d, 23b", "8a"),
        new(ReportingItem.CodeAvailability, "The code can be had", "18f", "2b"),
    ];
}

/// <summary>One of them.</summary>
internal sealed record Recommendation(ReportingItem Item, string Text, string? TripodAi, string? Reforms);
