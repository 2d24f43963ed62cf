using LeakageAnalyzers.Workflow.Descriptions;
using LeakageAnalyzers.Workflow.Rows;
using LeakageAnalyzers.Workflow.Trace;

namespace LeakageAnalyzers.Workflow.Rules.Preprocessing;

/// <summary>
/// LEAK101 to LEAK103: preparation was fitted on rows that are tested later. Each rule takes the fits whose strongest step is of its class. Silent on the
/// evaluation of rows that it saw where an honest one, of rows that it never saw, stands beside.
/// </summary>
public abstract class FittedBeforeSplit : Rule
{
    private readonly StepClass _strongest;

    private protected FittedBeforeSplit(RuleDescription description, StepClass strongest) => (Description, _strongest) = (description, strongest);

    /// <inheritdoc/>
    public sealed override RuleDescription Description { get; }

    /// <inheritdoc/>
    public sealed override IEnumerable<Finding> Check(WorkflowTrace trace, RuleOptions options)
    {
        foreach (var (fit, model) in trace.Once(nameof(FittedBeforeSplit), Fits))
        {
            var learned = Learned(model, trace, options).ToList();
            if (learned.Count == 0 || learned.Max(ClassOf) != _strongest)
            {
                continue;
            }

            // A train score may stand beside an honest test score; a cut of rows that were seen is what it is all the same.
            var tests = TestsOf(model, trace)
                .Where(test => test.At.Role != PlaceRole.Tested || !IsEvaluatedHonestly(model, trace))
                .OrderBy(test => test.At.Place.Line).ToList();
            if (tests.Count > 0)
            {
                yield return Report(fit, model, learned, tests, trace);
            }
        }
    }

    private static List<(Fitted Fit, FittedModel Model)> Fits(WorkflowTrace trace) => trace.All<Fitted>().SelectMany(fit => FitsAt(fit, trace).Select(model => (fit, model))).ToList();

    // What a loop has fitted is of an earlier iteration to who comes later.
    private static IEnumerable<FittedModel> FitsAt(Fitted fit, WorkflowTrace trace) => trace.All<Split>().SelectMany(split => split.Test.LearnedFrom)
        .Concat(trace.All<CrossValidated>().SelectMany(validation => validation.Rows.LearnedFrom))
        .Concat(trace.All<Evaluated>().SelectMany(evaluated => evaluated.Rows.LearnedFrom))
        .Where(model => model.Place.Equals(fit.Place) && model.IsSameFitAs(fit.Model))
        .Prepend(fit.Model)
        .Distinct();

    // A model whose scores another model learns from is preparation too: stacking.
    private static IEnumerable<PipelineStep> Learned(FittedModel model, WorkflowTrace trace, RuleOptions options)
    {
        var isStacked = model.HasTrainer && trace.Trainings().Any(training => training.Rows.Carry(model));
        return model.Steps.Where(step => step.IsLearnedPreparation ? !IsHarmlessMap(step, trace, options) && !IsKeptWhole(step, trace) : isStacked && step.Class == StepClass.Trainer);
    }

    private static StepClass ClassOf(PipelineStep step) => step.Class == StepClass.Trainer ? StepClass.Supervised : step.Class;

    // Which labels there are is no secret, nor which groups, as long as nothing but the label or the sampling key is mapped; whoever makes features of a mapped label has another leak, LEAK401.
    private static bool IsHarmlessMap(PipelineStep step, WorkflowTrace trace, RuleOptions options)
    {
        bool IsOfTrainer(Func<PipelineStep, bool> reads) => trace.Trainings().Any(training => training.Steps.Any(reads));
        bool IsLabel(string column) => column == options.DefaultLabel || IsOfTrainer(trainer => trainer.Label == column);
        bool IsGroup(string column) => trace.Cuts().Any(cut => cut.Key.Column == column) || IsOfTrainer(trainer => trainer.Group == column);
        return step.Class == StepClass.Vocabulary
            && ((step.Outputs.Count > 0 && step.Outputs.All(output => IsLabel(output) || IsGroup(output))) || (step.Inputs.Count > 0 && step.Inputs.All(IsLabel)));
    }

    // What was learned of each patient from the rows of that patient stays on the side on which the patient is.
    private static bool IsKeptWhole(PipelineStep step, WorkflowTrace trace) =>
        step.Within is { } group && trace.Cuts().Any(cut => cut.Key.Column is { } key && (group.Length == 0 || key == group));

    // An evaluation whose rows are not proven to have been seen gets the benefit of the doubt.
    private static bool IsEvaluatedHonestly(FittedModel model, WorkflowTrace trace) =>
        trace.All<Evaluated>().Any(evaluated =>
            evaluated.Rows.Carry(model) && !evaluated.Rows.RelationTo(model.TrainedOn).SharesRows());

    private static IEnumerable<(RelatedPlace At, RowSet Rows)> TestsOf(FittedModel model, WorkflowTrace trace)
    {
        bool WasSeen(RowSet tested) => tested.RelationTo(model.TrainedOn).SharesRows();

        foreach (var split in trace.All<Split>().Where(split => split.Train.Carry(model) && split.Test.Carry(model) && WasSeen(split.Test)))
        {
            yield return (new RelatedPlace(PlaceRole.Split, split.Place), split.Test);
        }

        foreach (var validation in trace.All<CrossValidated>().Where(validation => validation.Rows.Carry(model) && WasSeen(validation.Rows)))
        {
            yield return (new RelatedPlace(PlaceRole.CrossValidated, validation.Place), validation.Rows);
        }

        // A pipeline that ends in the evaluated trainer is LEAK201's business, preparation that knows nothing but test rows is LEAK104's, or may be where the model is not known; measures of clusters are internal to the rows.
        foreach (var evaluated in trace.All<Evaluated>().Where(evaluated =>
            evaluated.Task != LearningTask.Clustering && evaluated.Model?.Equals(model) != true && evaluated.Rows.Carry(model) && WasSeen(evaluated.Rows)
            && (evaluated.Model is null ? evaluated.Rows.RelationTo(model.TrainedOn) is not (Relation.Equal or Relation.Superset) : !RefittedOnTestRows.IsRefitted(model, evaluated))))
        {
            yield return (new RelatedPlace(PlaceRole.Tested, evaluated.Place), evaluated.Rows);
        }
    }

    private Finding Report(Fitted fit, FittedModel model, List<PipelineStep> learned, List<(RelatedPlace At, RowSet Rows)> tests, WorkflowTrace trace)
    {
        var places = tests.ConvertAll(test => test.At);
        var steps = string.Join(" and ", learned.Select(step => step.Name).Distinct());
        var story = string.Join(", ", places.Distinct().Select(test => $"{Verb(test.Role)} at {test.Place.DescribeFrom(fit.Place)}"));
        var transforms = trace.All<Transformed>().Where(transformed => transformed.Model.Equals(model))
            .Select(transformed => new RelatedPlace(PlaceRole.Transformed, transformed.Place));
        var trainings = trace.All<Fitted>().Where(trained => trained.Model.TrainedOn.Carry(model))
            .Select(trained => new RelatedPlace(PlaceRole.Trained, trained.Place));

        return new Finding(
            Description,
            fit.Place,
            EquatableList<RelatedPlace>.From(transforms.Concat(trainings).Concat(places).Distinct()),
            EquatableList<string>.From([steps, model.TrainedOn.Name, story, Advice(learned.Count == 1 ? "the step" : "the steps", places)]))
        {
            Overlap = new RowOverlap(model.TrainedOn, EquatableList<RowSet>.From(tests.Select(test => test.Rows))),
        };
    }

    // Who cross-validates has often split before, and what is split once more is not what is tested.
    private static string Advice(string steps, List<RelatedPlace> tests) => tests.TrueForAll(test => test.Role == PlaceRole.CrossValidated)
        ? $"Cross-validate the raw rows, with {steps} at the front of the pipeline that is trained"
        : $"Split the raw rows first and put {steps} at the front of the pipeline that is trained";

    private static string Verb(PlaceRole role) => role switch
    {
        PlaceRole.Split => "split",
        PlaceRole.CrossValidated => "cross-validated",
        _ => "evaluated",
    };
}
