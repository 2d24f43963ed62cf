using System.Text;
using LeakageAnalyzers.Workflow;

namespace LeakageAnalyzers.Agreement.Tests.Generated;

/// <summary>Each feature of the language alone carries every value of a workflow: rows, estimators, models and parts.</summary>
public sealed class LanguageFeaturesTests
{
    private static readonly WorkflowPlan Leaky = new(
        HasGroups: true,
        IsRegression: false,
        RowSourceKind.File,
        EquatableList<Detour>.From([Detour.Shuffle]),
        EquatableList<PreparationStep>.From([PreparationStep.MeanVariance]),
        PreparationPlace.BeforeCut,
        CutKind.TrainTestSplit,
        KeyChoice.None,
        KeyChoice.None,
        HasValidationPart: true,
        TestedRows.SomeOfTrain,
        TrainerChoice.Fixed,
        RefitsForDeployment: true,
        EquatableList<int>.Empty);

    [Fact]
    public async Task Every_way_to_write_a_step_carries_leaks_and_honest_twins_alike()
    {
        // What an iterator yields is known by its call alone, by design: walks of it may differ.
        var styles = Enum.GetValues<CodeStyle>().Where(style => style != CodeStyle.Iterator);
        var honest = Leaky with { HasGroups = false, Preparation = PreparationPlace.InPipeline, Tested = TestedRows.Test };
        var plans = styles.SelectMany(style => new[] { Leaky, honest }.Select(plan => plan with { Styles = EquatableList<int>.From([(int)style]) })).ToList();

        var differing = (await WorkflowBatch.CompareAsync(plans)).Where(comparison => !comparison.Agrees || comparison.Failure is not null).ToList();

        var report = differing.Aggregate(new StringBuilder(), (text, comparison) => text.AppendLine(
            $"{(CodeStyle)comparison.Plan.Styles[0]}: missed {string.Join(", ", comparison.Missed)}; falsely {string.Join(", ", comparison.FalselyReported)}; {comparison.Failure}\n{comparison.Text}"));
        Assert.True(differing.Count == 0, report.ToString());
    }
}
