using LeakageAnalyzers.Runtime.Guard;
using LeakageAnalyzers.Runtime.Guard.Events;
using LeakageAnalyzers.Workflow;
using LeakageAnalyzers.Workflow.Descriptions;
using LeakageAnalyzers.Workflow.Rows;
using LeakageAnalyzers.Workflow.Rules;
using LeakageAnalyzers.Workflow.Trace;

namespace LeakageAnalyzers.Runtime.Report;

/// <summary>Reads the flow of rows out of what the guard saw.</summary>
internal sealed class RowFlowReader
{
    private readonly WorkflowTrace _trace;
    private readonly IReadOnlyList<Finding> _findings;
    private readonly IReadOnlyList<Evaluated> _evaluations;

    private RowFlowReader(GuardRecord record)
    {
        (_trace, _findings) = (record.Trace, record.Findings);
        _evaluations = [.. _trace.All<Evaluated>()];
    }

    /// <summary>The flow.</summary>
    public static RowFlow Read(GuardRecord record) => new RowFlowReader(record).Read();

    private RowFlow Read()
    {
        var all = ExactRows.Union(_trace.Events.SelectMany(RowsOf).Select(Exact));
        return new RowFlow
        {
            Rows = all.Count,
            TestedRows = TestedRows().Count,
            LearnedTestedRows = LearnedTestedRows(),
            UntracedTestedRows = UntracedTestedRows().Count,
            GroupColumn = _trace.All<Split>().Select(split => split.SharedGroups).Concat(_trace.All<CrossValidated>().Select(validation => validation.SharedGroups))
                .OfType<SharedGroups>().FirstOrDefault()?.Column,
            Sources = [.. all.Sources.Select(source => new FlowSource(source.Key.Substring(0, source.Key.LastIndexOf(" #", StringComparison.Ordinal)), source.Value.Count))],
            Steps = [.. _trace.Events.Select(Step).OfType<FlowStep>().GroupBy(step => (step.Kind, step.Place)).Select(Merge)],
            Leaks = [.. _findings.Select(finding => new FlowLeak(
                finding.Rule.Id, finding.Rule.Title, finding.Place.ToString(), FindingWriter.Write(finding).Message, finding.Rule.Severity == DefaultSeverity.Warning))],
        };
    }

    private FlowStep? Step(WorkflowEvent happened) => happened switch
    {
        Split split => At(FlowKind.Split, split, split.Input) with
        {
            TrainRows = Range(Count(split.Train)),
            TestRows = Range(Count(split.Test)),
            Groups = Groups(split.SharedGroups),
        },
        CrossValidated validation => At(FlowKind.CrossValidation, validation, validation.Rows) with
        {
            Groups = Groups(validation.SharedGroups),
            Pipeline = Names(validation.Steps),
        },
        Fitted { Model: var model } fit => At(model.HasTrainer ? FlowKind.Training : FlowKind.Preparation, fit, model.TrainedOn) with
        {
            ValidationRows = model.ValidatedOn is { } validation ? Range(Count(validation)) : null,
            SharedRows = model.HasLearnedSteps && _evaluations.Count > 0 ? TestedLater(model) : null,
            Pipeline = Names(model.Steps),
        },
        Evaluated evaluated => At(FlowKind.Evaluation, evaluated, evaluated.Rows) with
        {
            SharedRows = evaluated.Model is null ? null : Range(Exact(evaluated.Rows).SharedCount(LearnedBefore(evaluated))),
        },
        _ => null,
    };

    private FlowStep At(FlowKind kind, WorkflowEvent happened, RowSet rows) => new()
    {
        Kind = kind,
        Place = happened.Place.ToString(),
        Times = 1,
        RowsName = rows.Name,
        Rows = Range(Count(rows)),
        Leaks = [.. _findings.Where(finding => finding.Place == happened.Place).Select(finding => finding.Rule.Id).Distinct()],
    };

    private static FlowStep Merge(IEnumerable<FlowStep> repeated)
    {
        var steps = repeated.ToList();
        CountRange? Join(Func<FlowStep, CountRange?> part)
        {
            var ranges = steps.Select(part).OfType<CountRange>().ToList();
            return ranges.Count == 0 ? null : new CountRange(ranges.Min(range => range.Least), ranges.Max(range => range.Most));
        }

        return steps[0] with
        {
            Times = steps.Count,
            Rows = Join(step => step.Rows)!,
            TrainRows = Join(step => step.TrainRows),
            TestRows = Join(step => step.TestRows),
            ValidationRows = Join(step => step.ValidationRows),
            SharedRows = steps.Exists(step => step is { Kind: FlowKind.Evaluation, SharedRows: null }) ? null : Join(step => step.SharedRows),
            Groups = steps.Select(step => step.Groups).OfType<FlowGroups>().OrderByDescending(groups => groups.OnBothSides).FirstOrDefault(),
            Leaks = [.. steps.SelectMany(step => step.Leaks).Distinct()],
        };
    }

    private ExactRows TestedRows() => ExactRows.Union(_evaluations.Select(evaluated => Exact(evaluated.Rows)).Concat(_trace.All<CrossValidated>().Select(validation => Exact(validation.Rows))));

    // A row that two models tested counts once, and counts as learned from where either model had learned from it.
    private long LearnedTestedRows() => ExactRows.Union(_evaluations.Where(evaluated => evaluated.Model is not null).Select(evaluated => Exact(evaluated.Rows).SharedWith(LearnedBefore(evaluated)))).Count;

    // A cross-validation knows the steps of its pipeline where the guard watched it.
    private ExactRows UntracedTestedRows() => ExactRows.Union(_evaluations.Where(evaluated => evaluated.Model is null).Select(evaluated => Exact(evaluated.Rows))
        .Concat(_trace.All<CrossValidated>().Where(validation => validation.Steps.Count == 0).Select(validation => Exact(validation.Rows))));

    // The rows that the evaluated model learned from, and those that what prepared its training or test rows learned from.
    private static ExactRows LearnedBefore(Evaluated evaluated) => ExactRows.Union(
        evaluated.Rows.LearnedFrom.Concat(evaluated.Model!.TrainedOn.LearnedFrom).Append(evaluated.Model).Select(model => Exact(model.TrainedOn)));

    // Where a model was tested that may be this one, none is not known to be none.
    private CountRange? TestedLater(FittedModel model) =>
        TestedAfter(model).SharedCount(Exact(model.TrainedOn)) is var shared && shared == 0 && _evaluations.Any(evaluated => evaluated.Model is null) ? null : Range(shared);

    private ExactRows TestedAfter(FittedModel model) => ExactRows.Union(_evaluations
        .Where(evaluated => IsOf(evaluated.Model, model) || evaluated.Rows.LearnedFrom.Any(step => step.Id == model.Id))
        .Select(evaluated => Exact(evaluated.Rows)));

    private static bool IsOf(FittedModel? evaluated, FittedModel model) =>
        evaluated is not null && (evaluated.Id == model.Id || evaluated.TrainedOn.LearnedFrom.Any(step => step.Id == model.Id));

    private static IEnumerable<RowSet> RowsOf(WorkflowEvent happened) => happened switch
    {
        Split split => [split.Input],
        CrossValidated validation => [validation.Rows],
        Fitted { Model: var model } => model.ValidatedOn is { } validation ? [model.TrainedOn, validation] : [model.TrainedOn],
        Evaluated evaluated => [evaluated.Rows],
        _ => [],
    };

    private static ExactRows Exact(RowSet rows) => (ExactRows)rows.Provenance;

    private static long Count(RowSet rows) => Exact(rows).Count;

    private static CountRange Range(long count) => new(count, count);

    private static FlowGroups? Groups(SharedGroups? shared) => shared is null ? null : new FlowGroups(shared.Column, shared.Count, shared.Total);

    private static IReadOnlyList<string> Names(EquatableList<PipelineStep> steps) => [.. steps.Select(step => step.Name)];
}
