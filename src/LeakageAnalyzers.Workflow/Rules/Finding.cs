using System.Globalization;
using LeakageAnalyzers.Workflow.Descriptions;
using LeakageAnalyzers.Workflow.Rows;
using LeakageAnalyzers.Workflow.Trace;

namespace LeakageAnalyzers.Workflow.Rules;

/// <summary>One violation of a rule.</summary>
/// <param name="Rule">The violated rule.</param>
/// <param name="Place">The call to mend.</param>
/// <param name="Related">The other places of the story, in the order of the data's flow.</param>
/// <param name="Arguments">What the message format asks for.</param>
public sealed record Finding(
    RuleDescription Rule, Place Place, EquatableList<RelatedPlace> Related, EquatableList<string> Arguments)
{
    /// <summary>All places, the reported one among them, in the order in which the workflow comes by them.</summary>
    public EquatableList<RelatedPlace> Story { get; init; } = EquatableList<RelatedPlace>.Empty;

    /// <summary>The column that the fix needs, or null.</summary>
    public string? Column { get; init; }

    /// <summary>The rows that are on both sides, for who can count them; null where the finding is not about rows.</summary>
    public RowOverlap? Overlap { get; init; }

    /// <summary>The groups that an execution saw on both sides of a split; null where the finding is not about groups or only source was read.</summary>
    public SharedGroups? SharedGroups { get; init; }

    /// <summary>What is wrong here and what to do.</summary>
    public string Message => string.Format(CultureInfo.InvariantCulture, Rule.MessageFormat, Arguments.ToArray<object>());

    /// <inheritdoc/>
    public override string ToString() => $"{Place}: {Rule.Id}: {Message}";
}

/// <summary>Rows that were learned from and rows that were tested.</summary>
/// <param name="Seen">The rows that something was fitted on.</param>
/// <param name="Tested">The tested rows that overlap them, test by test.</param>
public sealed record RowOverlap(RowSet Seen, EquatableList<RowSet> Tested);

/// <summary>A place that explains a finding.</summary>
/// <param name="Role">Its part in the story.</param>
/// <param name="Place">Where.</param>
public sealed record RelatedPlace(PlaceRole Role, Place Place);

/// <summary>The part a place plays in the story of a finding.</summary>
public enum PlaceRole
{
    /// <summary>Rows were loaded.</summary>
    Loaded,

    /// <summary>Something was fitted.</summary>
    Fitted,

    /// <summary>Rows were transformed.</summary>
    Transformed,

    /// <summary>Rows were split.</summary>
    Split,

    /// <summary>Rows were cross-validated.</summary>
    CrossValidated,

    /// <summary>A model was trained.</summary>
    Trained,

    /// <summary>Rows or their order are drawn.</summary>
    Drawn,

    /// <summary>Rows were tested.</summary>
    Tested,

    /// <summary>One of several candidates was chosen.</summary>
    Chosen,

    /// <summary>Rows that a model is not trained on decided something about it.</summary>
    Tuned,

    /// <summary>Rows were put in the order of a column.</summary>
    Sorted,
}
