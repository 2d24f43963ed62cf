using LeakageAnalyzers.Workflow.Descriptions;
using LeakageAnalyzers.Workflow.Rows;
using LeakageAnalyzers.Workflow.Trace;

namespace LeakageAnalyzers.Workflow.Rules.Partition;

/// <summary>
/// LEAK204: rows that follow each other in time are split at random: they were sorted by time, or a model forecasts them, as its steps, its label or its features say. Silent on
/// splits by a sampling key that is not the time, and on cuts of rows in their own order.
/// </summary>
public sealed class RandomSplitOfTime : Rule
{
    /// <inheritdoc/>
    public override RuleDescription Description => PartitionDescriptions.RandomSplitOfTime;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(WorkflowTrace trace, RuleOptions options)
    {
        foreach (var cut in trace.Cuts())
        {
            if (Check(cut, trace.Trainings().Where(cut.IsLearnedFromBy), options) is { } finding)
            {
                yield return finding;
            }
        }
    }

    private Finding? Check(Cut cut, IEnumerable<Training> trainings, RuleOptions options)
    {
        var sorted = options.TimeColumns.Includes(cut.Rows.SortedBy) ? cut.Rows.SortedBy : null;
        var time = sorted ?? options.TimeColumns.FindIn(cut.Rows.Schema);
        if (!IsRandom(cut, time) || Why(cut.Rows, sorted, time, trainings.ToList()) is not { } why)
        {
            return null;
        }

        var instead = cut.Train is not null ? "TemporalTrainTestSplit" : "TimeSeriesCrossValidate";
        var related = sorted is not null && cut.Rows.SortedAt is { } place ? [new RelatedPlace(PlaceRole.Sorted, place)] : Enumerable.Empty<RelatedPlace>();
        return new Finding(Description, cut.Place, EquatableList<RelatedPlace>.From(related), EquatableList<string>.From([cut.Rows.Name, why, instead]))
        {
            Column = time is not null && TimeColumnNames.HasOrder(time.Type) ? time.Name : null,
        };
    }

    // A key keeps the rows of one time or of one individual together; only the latter is a reason to look away.
    private static bool IsRandom(Cut cut, Column? time) => cut.Key.Kind switch
    {
        SamplingKeyKind.None or SamplingKeyKind.Ignored => true,
        SamplingKeyKind.Column => time is not null && cut.Key.Column == time.Name,
        SamplingKeyKind.Position => cut.Key.Column is null && cut.Rows.Provenance is SymbolicRows { AreShuffled: true },
        _ => false,
    };

    private static string? Why(RowSet rows, Column? sorted, Column? time, List<Training> trainings)
    {
        if (sorted is not null)
        {
            return $"they were sorted by '{sorted.Name}'";
        }

        if (trainings.SelectMany(training => training.Steps).FirstOrDefault(step => step.ReadsSeries) is { } series)
        {
            return $"{series.Name} reads them as a series";
        }

        if (time is null)
        {
            return null;
        }

        var labels = trainings.SelectMany(training => training.Trainer.Label is { } label ? training.SchemaAtTrainer.SourcesOf(label).Append(label) : []);
        if (labels.FirstOrDefault(ForecastNames.IsFuture) is { } future)
        {
            return $"they have the times '{time.Name}', and '{future}' lies in the future of a row";
        }

        var inputs = trainings.SelectMany(training => training.Trainer.Inputs.SelectMany(training.SchemaAtTrainer.SourcesOf));
        var columns = rows.Schema.Columns.Select(column => column.Name).ToList();
        return inputs.Concat(columns).FirstOrDefault(name => ForecastNames.IsPast(name, time.Name, columns)) is { } past
            ? $"they have the times '{time.Name}', and '{past}' comes from earlier rows"
            : null;
    }
}
