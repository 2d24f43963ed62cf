using LeakageAnalyzers.Workflow.Descriptions;
using LeakageAnalyzers.Workflow.Rows;
using LeakageAnalyzers.Workflow.Trace;

namespace LeakageAnalyzers.Workflow.Rules.Selection;

/// <summary>
/// LEAK301: the rows that stop, calibrate, search or threshold a model are tested too. Silent where rows outside of these are tested instead, and where the name of the
/// evaluated rows says that they are no test.
/// </summary>
public sealed class TestRowsUsedInFitting : Rule
{
    /// <inheritdoc/>
    public override RuleDescription Description => SelectionDescriptions.TestRowsUsedInFitting;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(WorkflowTrace trace, RuleOptions options)
    {
        foreach (var tuned in trace.All<Tuned>().Where(tuned => !HeldOut.IsTestedElsewhere(trace, tuned.Rows)))
        {
            var tests = HeldOut.Evaluations(trace)
                .Where(evaluated => (tuned.Model is null || evaluated.Rows.Carry(tuned.Model)) && !evaluated.IsExclusiveOf(tuned) && evaluated.Rows.RelationTo(tuned.Rows).SharesRows() && !HeldOut.IsNamedValidation(trace, evaluated))
                .ToList();
            if (tests.Count > 0)
            {
                yield return Report(trace, tuned, tests) with { Column = options.GroupColumns.FindIn(tuned.Rows.Schema)?.Name };
            }
        }
    }

    private Finding Report(WorkflowTrace trace, Tuned tuned, List<Evaluated> tests)
    {
        var splits = trace.All<Split>().Where(split => split.Test.RelationTo(tuned.Rows) == Relation.Equal).Select(split => new RelatedPlace(PlaceRole.Split, split.Place));
        var trained = tests.Select(test => test.Model).OfType<FittedModel>().Select(model => new RelatedPlace(PlaceRole.Trained, model.Place));
        return new Finding(
            Description,
            tuned.Place,
            EquatableList<RelatedPlace>.From(splits.Concat(trained).Concat(tests.Select(test => new RelatedPlace(PlaceRole.Tested, test.Place))).Distinct()),
            EquatableList<string>.From([NameOf(trace, tuned, tests), PurposeOf(tuned), string.Join(", ", tests.Select(test => test.Place.DescribeFrom(tuned.Place)).Distinct())]))
        {
            Overlap = new RowOverlap(tuned.Rows, EquatableList<RowSet>.From(tests.Select(test => test.Rows))),
        };
    }

    // Rows that an options object hands over are called as they are where they are tested.
    private static string NameOf(WorkflowTrace trace, Tuned tuned, List<Evaluated> tests) =>
        HeldOut.NameOf(trace, tuned.Rows) is { Length: > 0 } name ? name : HeldOut.NameOf(trace, tests[0].Rows);

    private static string PurposeOf(Tuned tuned) => tuned.Purpose switch
    {
        TuningPurpose.Validation => "validate the model while it is trained",
        TuningPurpose.Calibration => "calibrate the model's probabilities",
        TuningPurpose.Threshold => "set the model's threshold",
        TuningPurpose.Search => "choose among pipelines",
        _ => "choose the features",
    };
}
