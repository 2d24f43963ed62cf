using LeakageAnalyzers.Tool.Programs;
using LeakageAnalyzers.Workflow.Descriptions;
using LeakageAnalyzers.Workflow.Rules;

namespace LeakageAnalyzers.Tool.Analysis;

/// <summary>A finding as a reader gets it.</summary>
/// <param name="Rule">The violated rule.</param>
/// <param name="Level">How loud it is where it was found.</param>
/// <param name="Message">What is wrong here and what to do.</param>
/// <param name="Place">The call to mend.</param>
/// <param name="Story">The way of the data, step by step; the call to mend is one of them.</param>
internal sealed record ReportedFinding(RuleDescription Rule, Level Level, string Message, CodePlace Place, IReadOnlyList<StoryStep> Story)
{
    /// <summary>Names the finding for as long as its line reads the same, wherever it moves to.</summary>
    public string Fingerprint { get; init; } = "";

    /// <summary>The repair that is offered, or null where there is none or nobody asked.</summary>
    public Repairs.Repair? Repair { get; init; }

    /// <summary>The message without the last sentence.</summary>
    public string Statement => Message[..(Message.Length - Advice.Length)].TrimEnd();

    /// <summary>The last sentence of the message: what to do.</summary>
    public string Advice => Message.LastIndexOf(". ", StringComparison.Ordinal) is var end and >= 0 ? Message[(end + 2)..] : "";
}

/// <summary>One step of a story.</summary>
/// <param name="Role">What happened there.</param>
/// <param name="Place">Where.</param>
internal sealed record StoryStep(PlaceRole Role, CodePlace Place)
{
    /// <summary>What happened, in a word or two.</summary>
    public string Verb => Role switch
    {
        PlaceRole.Loaded => "loaded",
        PlaceRole.Fitted => "fitted",
        PlaceRole.Transformed => "transformed",
        PlaceRole.Split => "split",
        PlaceRole.CrossValidated => "cross-validated",
        PlaceRole.Trained => "trained",
        PlaceRole.Chosen => "chosen",
        PlaceRole.Tuned => "tuned by",
        PlaceRole.Sorted => "sorted",
        _ => "tested",
    };
}

/// <summary>How loud a finding is.</summary>
internal enum Level
{
    /// <summary>A hint.</summary>
    Info,

    /// <summary>A warning.</summary>
    Warning,

    /// <summary>An error, where the user's settings say so.</summary>
    Error,
}
