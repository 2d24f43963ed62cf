using LeakageAnalyzers.Runtime.Evaluation;
using LeakageAnalyzers.Runtime.Holdout;
using LeakageAnalyzers.Runtime.Report;
using LeakageAnalyzers.Runtime.Statistics;

namespace LeakageAnalyzers.Runtime;

/// <summary>What a report is made from. Every part may be missing: the report then says that it is not shown.</summary>
public sealed record ReportContents
{
    /// <summary>The heading, such as <c>Parkinson's disease from the voice</c>.</summary>
    public required string Title { get; init; }

    /// <summary>What is predicted for whom, and from what, in a sentence of the author's own.</summary>
    public string? Subject { get; init; }

    /// <summary>When the evaluation was made; null for now.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The guard that watched the evaluation: where rows went, and which leaked. It must not be disposed yet.</summary>
    public LeakageGuard? Guard { get; init; }

    /// <summary>What the rows of the split show by themselves: copies, shared groups, shift.</summary>
    public AuditReport? Audit { get; init; }

    /// <summary>What the model scored on the test rows, each metric with its interval.</summary>
    public ModelEvaluation? Evaluation { get; init; }

    /// <summary>
    /// The name of the metric in <see cref="Evaluation"/> that the report is about; null for the area under the ROC curve, macro accuracy, R² or NDCG, as the task is.
    /// </summary>
    public string? HeadlineMetric { get; init; }

    /// <summary>Comparisons with other models on the same rows.</summary>
    public IReadOnlyList<ReportedComparison> Comparisons { get; init; } = [];

    /// <summary>What the model gains over simple models that were trained on the same rows.</summary>
    public BaselineEvaluation? Baselines { get; init; }

    /// <summary>The headline metric over other seeds and splits: what the choice of one of them is worth. A list of runs becomes one by <see cref="SeedStudy.Of"/>.</summary>
    public SeedStudy? Seeds { get; init; }

    /// <summary>The headline metric in subgroups, such as sex, age band or site.</summary>
    public IReadOnlyList<SubgroupEvaluation> Subgroups { get; init; } = [];

    /// <summary>The ledger of sealed test rows: how often they were looked at, and what was seen.</summary>
    public HoldoutHistory? Holdout { get; init; }

    /// <summary>Predicted against observed; null to take it from an <see cref="Evaluation"/> of probabilities.</summary>
    public ReliabilityCurve? Reliability { get; init; }

    /// <summary>What only the author can know, by item of the checklist. The report keeps it apart from what was measured.</summary>
    public IReadOnlyDictionary<ReportingItem, string> Declarations { get; init; } = new Dictionary<ReportingItem, string>();
}

/// <summary>A comparison of two models, with the names that the report gives them.</summary>
/// <param name="First">What the first model is called.</param>
/// <param name="Second">What the second model is called.</param>
/// <param name="Result">What <c>CompareModels</c> returned.</param>
public sealed record ReportedComparison(string First, string Second, ModelComparison Result);
