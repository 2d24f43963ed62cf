using LeakageAnalyzers.Tool.Programs;
using LeakageAnalyzers.Workflow.Rules;

namespace LeakageAnalyzers.Tool.Analysis;

/// <summary>What one workflow does with its rows, as lanes: each set of rows has one, splits open new ones.</summary>
/// <param name="Name">The type that runs it.</param>
/// <param name="Steps">What happens, in its order.</param>
internal sealed record RowFlow(string Name, IReadOnlyList<FlowStep> Steps);

/// <summary>Something that happens to rows.</summary>
/// <param name="Role">What.</param>
/// <param name="Place">Where.</param>
/// <param name="Lane">The lane of the rows, from zero.</param>
/// <param name="Detail">The steps that were fitted, or nothing.</param>
/// <param name="Opens">The lanes that start here: train and test of a split, or the rows that were loaded.</param>
/// <param name="UsesStep">The step whose model is used here, or null.</param>
internal sealed record FlowStep(PlaceRole Role, CodePlace Place, int Lane, string Detail, IReadOnlyList<int> Opens, int? UsesStep)
{
    /// <summary>What happened, in a word or two.</summary>
    public string Verb => new StoryStep(Role, Place).Verb;
}
