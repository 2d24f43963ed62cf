using LeakageAnalyzers.Workflow.Descriptions;
using LeakageAnalyzers.Workflow.Rows;
using LeakageAnalyzers.Workflow.Trace;

namespace LeakageAnalyzers.Workflow.Rules.Partition;

/// <summary>
/// LEAK202: rows that belong to one patient, subject or user are cut row by row. Silent where each has one row, where the column is the key of a recommender, and where the
/// split is keyed by it, by a column computed from it, by the site that gives out its names, or by another group column, whose groups may contain its groups. A cut of whole groups by their position is
/// keyed by what the groups have in common.
/// </summary>
public sealed class GroupInBothPartitions : Rule
{
    private const int ExamplesShown = 3;

    /// <inheritdoc/>
    public override RuleDescription Description => PartitionDescriptions.GroupInBothPartitions;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(WorkflowTrace trace, RuleOptions options)
    {
        foreach (var split in trace.All<Split>())
        {
            if (Check(split, RelatedTo(split, trace), split.Input, split.SamplingKey, split.SharedGroups, trace, options) is { } finding)
            {
                yield return finding;
            }
        }

        foreach (var validation in trace.All<CrossValidated>())
        {
            if (Check(validation, EquatableList<RelatedPlace>.Empty, validation.Rows, validation.SamplingKey, validation.SharedGroups, trace, options) is { } finding)
            {
                yield return finding;
            }
        }
    }

    private Finding? Check(
        WorkflowEvent cut, EquatableList<RelatedPlace> related, RowSet rows, SamplingKey key, SharedGroups? seen, WorkflowTrace trace, RuleOptions options)
    {
        var group = options.GroupColumns.FindIn(rows.Schema) ?? QueryOf(related, rows.Schema, trace);
        if (group is null || (key.Kind == SamplingKeyKind.Unknown && seen is null) || seen?.Count == 0
            || rows.OneRowPer == group.Name || rows.OneRowPer?.Length == 0 || IsRecommenderKey(group, trace))
        {
            return null;
        }

        if (key.Column is { } keyColumn && (KeepsTogether(keyColumn, group, rows.Schema) || options.GroupColumns.MayContain(rows.Schema.Find(keyColumn), group)
            || (key.Kind == SamplingKeyKind.Position && rows.Schema.Find(keyColumn) is null)))
        {
            return null;
        }

        var where = seen is null ? "" : $" ({seen.Count} of {seen.Total} do, such as {string.Join(", ", seen.Examples.Take(ExamplesShown))})";
        var why = key.Kind switch
        {
            SamplingKeyKind.None => "it has no sampling key",
            SamplingKeyKind.Column => $"its sampling key is '{key.Column}'",
            SamplingKeyKind.Position when key.Column is not null => $"it goes by the position of groups of one '{key.Column}'",
            SamplingKeyKind.Position => "it goes by their position",
            SamplingKeyKind.Chance => "it draws for each row by itself",
            SamplingKeyKind.Ignored => "it does not heed a sampling key",
            _ => "it does not keep them together",
        };
        var isKeyed = key.Kind is not (SamplingKeyKind.Position or SamplingKeyKind.Chance or SamplingKeyKind.Ignored);
        var advice = !isKeyed ? $"Split by whole groups of '{group.Name}' instead."
            : group.IsCutByValue ? $"Split by whole groups of '{group.Name}', as GroupTrainTestSplit of LeakageAnalyzers.Runtime does: as sampling key a column of its type would be cut by value."
            : $"Name '{group.Name}' as its sampling key.";
        return new Finding(
            Description,
            cut.Place,
            related,
            EquatableList<string>.From([group.Name, rows.Name, where + Story(related, cut.Place), why, advice]))
        {
            Column = isKeyed ? group.Name : null,
            SharedGroups = seen,
        };
    }

    // A ranker's rows belong to queries, whatever the column is called; only CrossValidate of rankers keeps them whole by itself.
    private static Column? QueryOf(EquatableList<RelatedPlace> related, RowSchema schema, WorkflowTrace trace) => trace.All<Fitted>()
        .Where(fit => related.Contains(new RelatedPlace(PlaceRole.Trained, fit.Place)))
        .SelectMany(fit => fit.Model.Steps)
        .Where(step => step is { Class: StepClass.Trainer, Task: LearningTask.Ranking, Group: not null })
        .Select(step => schema.Find(step.Group!))
        .FirstOrDefault(column => column is { IsDerived: false });

    private static bool KeepsTogether(string key, Column group, RowSchema schema) =>
        schema.SourcesOf(key).All(source => source == group.Name);

    private static bool IsRecommenderKey(Column group, WorkflowTrace trace)
    {
        var fitted = trace.All<Fitted>().Select(fit => (fit.Model.Steps, fit.Model.TrainedOn.Schema));
        var validated = trace.All<CrossValidated>().Select(validation => (validation.Steps, validation.Rows.Schema));
        return fitted.Concat(validated).Any(workflow => ReadsAsRecommender(workflow.Steps, workflow.Schema, group.Name));
    }

    private static bool ReadsAsRecommender(EquatableList<PipelineStep> steps, RowSchema schema, string group)
    {
        if (steps.All(step => step.Task != LearningTask.Recommendation))
        {
            return false;
        }

        foreach (var step in steps)
        {
            if (step.Task == LearningTask.Recommendation && step.Inputs.SelectMany(schema.SourcesOf).Contains(group))
            {
                return true;
            }

            schema = step.ApplyTo(schema);
        }

        return false;
    }

    private static string Story(EquatableList<RelatedPlace> related, Place reader) => string.Concat(
        related.Select(place => $", {(place.Role == PlaceRole.Trained ? "trained on" : "tested")} at {place.Place.DescribeFrom(reader)}"));

    private static EquatableList<RelatedPlace> RelatedTo(Split split, WorkflowTrace trace)
    {
        var trained = trace.All<Fitted>().Where(fit => fit.Model.TrainedOn.Provenance.IsCutFrom(split.Train.Provenance))
            .Select(fit => new RelatedPlace(PlaceRole.Trained, fit.Place));
        var tested = trace.All<Evaluated>().Where(evaluated => evaluated.Rows.Provenance.IsCutFrom(split.Test.Provenance))
            .Select(evaluated => new RelatedPlace(PlaceRole.Tested, evaluated.Place));
        return EquatableList<RelatedPlace>.From(trained.Concat(tested).Distinct());
    }
}
