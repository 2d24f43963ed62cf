using LeakageAnalyzers.Workflow.Descriptions;
using LeakageAnalyzers.Workflow.Rows;
using LeakageAnalyzers.Workflow.Trace;

namespace LeakageAnalyzers.Workflow.Rules.Preprocessing;

/// <summary>
/// LEAK102: a step that learns statistics was fitted on rows that are tested later. Silent where an honest evaluation of the same preparation, on rows it never
/// saw, stands beside.
/// </summary>
public sealed class LearnedBeforeSplit : Rule
{
    /// <inheritdoc/>
    public override RuleDescription Description => PreprocessingDescriptions.LearnedBeforeSplit;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(WorkflowTrace trace, RuleOptions options)
    {
        foreach (var fit in trace.All<Fitted>())
        {
            var model = fit.Model;
            var learned = model.LearnedPreparation.ToList();
            if (learned.Count == 0 || learned.Max(step => step.Class) != StepClass.Statistics || IsEvaluatedHonestly(model, trace))
            {
                continue;
            }

            var tests = TestsOf(model, trace).OrderBy(test => test.At.Place.Line).ToList();
            if (tests.Count > 0)
            {
                yield return Report(fit, learned, tests, trace);
            }
        }
    }

    private static bool IsEvaluatedHonestly(FittedModel model, WorkflowTrace trace) =>
        trace.All<Evaluated>().Any(evaluated =>
            Carries(evaluated.Rows, model) && evaluated.Rows.RelationTo(model.TrainedOn) == Relation.Disjoint);

    private static IEnumerable<(RelatedPlace At, RowSet Rows)> TestsOf(FittedModel model, WorkflowTrace trace)
    {
        bool WasSeen(RowSet tested) => tested.RelationTo(model.TrainedOn).SharesRows();

        foreach (var split in trace.All<Split>().Where(split => Carries(split.Input, model) && WasSeen(split.Test)))
        {
            yield return (new RelatedPlace(PlaceRole.Split, split.Place), split.Test);
        }

        foreach (var validation in trace.All<CrossValidated>().Where(validation => Carries(validation.Rows, model) && WasSeen(validation.Rows)))
        {
            yield return (new RelatedPlace(PlaceRole.CrossValidated, validation.Place), validation.Rows);
        }

        // A pipeline that ends in the evaluated trainer is LEAK201's business; measures of clusters are internal to the rows.
        foreach (var evaluated in trace.All<Evaluated>().Where(evaluated =>
            evaluated.Task != LearningTask.Clustering && evaluated.Model?.Equals(model) != true && Carries(evaluated.Rows, model) && WasSeen(evaluated.Rows)))
        {
            yield return (new RelatedPlace(PlaceRole.Tested, evaluated.Place), evaluated.Rows);
        }
    }

    private static bool Carries(RowSet rows, FittedModel model) => rows.LearnedFrom.Contains(model);

    private Finding Report(Fitted fit, List<PipelineStep> learned, List<(RelatedPlace At, RowSet Rows)> tests, WorkflowTrace trace)
    {
        var places = tests.ConvertAll(test => test.At);
        var model = fit.Model;
        var steps = string.Join(" and ", learned.Select(step => step.Name).Distinct());
        var story = string.Join(", ", places.Distinct().Select(test => $"{Verb(test.Role)} at {test.Place.DescribeFrom(fit.Place)}"));
        var transforms = trace.All<Transformed>().Where(transformed => transformed.Model.Equals(model))
            .Select(transformed => new RelatedPlace(PlaceRole.Transformed, transformed.Place));
        var trainings = trace.All<Fitted>().Where(trained => Carries(trained.Model.TrainedOn, model))
            .Select(trained => new RelatedPlace(PlaceRole.Trained, trained.Place));

        return new Finding(
            Description,
            fit.Place,
            EquatableList<RelatedPlace>.From(transforms.Concat(trainings).Concat(places).Distinct()),
            EquatableList<string>.From([steps, model.TrainedOn.Name, story, learned.Count == 1 ? "the step" : "the steps"]))
        {
            Overlap = new RowOverlap(model.TrainedOn, EquatableList<RowSet>.From(tests.Select(test => test.Rows))),
        };
    }

    private static string Verb(PlaceRole role) => role switch
    {
        PlaceRole.Split => "split",
        PlaceRole.CrossValidated => "cross-validated",
        _ => "evaluated",
    };
}
