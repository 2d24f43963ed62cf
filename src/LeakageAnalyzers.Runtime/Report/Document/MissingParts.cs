using LeakageAnalyzers.Runtime.Evaluation;
using LeakageAnalyzers.Runtime.Guard.Events;

namespace LeakageAnalyzers.Runtime.Report;

/// <summary>What the report cannot show, and why.</summary>
internal static class MissingParts
{
    public const string Flow = "Flow of rows";
    public const string Performance = "Performance";
    public const string Baselines = "Baselines";
    public const string Comparison = "Comparison with other models";
    public const string Calibration = "Calibration";
    public const string Repetitions = "Variation over seeds and splits";
    public const string Subgroups = "Subgroups";
    public const string Ledger = "Ledger of the test rows";
    public const string Audit = "Audit of the split";

    public static IEnumerable<MissingPart> Of(ReportContents contents, GuardRecord? record, Evidence evidence)
    {
        if (WhyNoFlow(contents, record, evidence) is { } unseen)
        {
            yield return new MissingPart(Flow, unseen);
        }

        if (contents.Evaluation is null)
        {
            yield return new MissingPart(Performance, "No evaluation with intervals was given.");
        }

        if (contents.Baselines is null)
        {
            yield return new MissingPart(Baselines, "The model was not compared with simple models trained on the same rows.");
        }

        if (contents.Comparisons.Count == 0)
        {
            yield return new MissingPart(Comparison, "The model was compared with no other.");
        }

        if (evidence.Calibration is null)
        {
            yield return new MissingPart(Calibration, contents.Evaluation switch
            {
                BinaryClassificationEvaluation => "The model gives no probabilities.",
                null => "No evaluation was given.",
                _ => "A reliability curve needs a binary classifier's probabilities.",
            });
        }

        if (contents.Subgroups.Count == 0)
        {
            yield return new MissingPart(Subgroups, "No subgroup was evaluated by itself.");
        }

        if (contents.Holdout is null)
        {
            yield return new MissingPart(Ledger, "The test rows were not sealed: it is not known how often they were looked at.");
        }

        if (contents.Seeds is null)
        {
            yield return new MissingPart(Repetitions, "The evaluation was not repeated.");
        }

        if (contents.Audit is null)
        {
            yield return new MissingPart(Audit, "The rows of the split were not compared: copies, shared individuals and shift would not be noticed.");
        }

        foreach (var omission in contents.Audit?.Omissions ?? [])
        {
            yield return new MissingPart($"Audit, {omission.Id}", $"Not checked: {omission.Reason}.");
        }
    }

    private static string? WhyNoFlow(ReportContents contents, GuardRecord? record, Evidence evidence) =>
        contents.Guard is null ? "No guard watched the evaluation: it is not known which rows were learned from and which were tested."
        : record is null ? "The guard was switched off (LEAKAGE_GUARD=off)."
        : evidence.Flow is null ? "The guard saw nothing: no fit, split or evaluation went through it."
        : !evidence.WatchedTheTest ? "The guard saw no evaluation: no rows went through its method Tested."
        : !evidence.TracedTheTest ? $"The guard did not see the model being fitted that scored {ReportNumbers.Count(evidence.Flow.UntracedTestedRows)} of the {ReportNumbers.Count(evidence.Flow.TestedRows, "tested row")}, "
            + "or several models scored them together: it is not known whether they were learned from. Fit the model by the guard's method Fit, and give a cross-validation a pipeline that is WatchedBy the guard."
        : null;
}
