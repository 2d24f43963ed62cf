using LeakageAnalyzers.Workflow.Trace;

namespace LeakageAnalyzers.Runtime.Guard.Estimators;

/// <summary>What one estimator type learns.</summary>
/// <param name="Name">The catalog method that makes it.</param>
/// <param name="Class">What its <c>Fit</c> learns, unless a setting says otherwise.</param>
internal sealed record EstimatorEntry(string Name, StepClass Class)
{
    private IReadOnlyList<Setting> Settings { get; init; } = [];

    /// <summary>Where the member at <paramref name="path"/> has <paramref name="value"/> (an enumerated value or a type name), the step is another.</summary>
    public EstimatorEntry When(string path, string value, StepClass stepClass, string? name = null) =>
        this with { Settings = [.. Settings, new(path, value, stepClass, name ?? Name)] };

    /// <summary>Where the member at <paramref name="path"/> is set at all, the step is another.</summary>
    public EstimatorEntry WhenSet(string path, StepClass stepClass) =>
        this with { Settings = [.. Settings, new(path, null, stepClass, Name)] };

    /// <summary>Name and class of <paramref name="estimator"/>; where its columns differ, of the one that learns most.</summary>
    public (string Name, StepClass Class) Of(object estimator)
    {
        var matching = Settings.Where(setting => setting.Matches(estimator)).OrderByDescending(setting => setting.Class).ToList();
        return matching.Count == 0 ? (Name, Class) : (matching[0].Name, matching[0].Class);
    }

    private sealed record Setting(string Path, string? Value, StepClass Class, string Name)
    {
        public bool Matches(object estimator) => EstimatorMembers.At(estimator, Path).Any(
            member => Value is null || Value == (member is Enum ? member.ToString() : member.GetType().Name));
    }
}
