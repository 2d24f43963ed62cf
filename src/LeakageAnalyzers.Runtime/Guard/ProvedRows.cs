using System.Globalization;
using LeakageAnalyzers.Runtime.Evaluation;
using LeakageAnalyzers.Runtime.Guard.Content;
using LeakageAnalyzers.Runtime.Guard.Events;
using LeakageAnalyzers.Runtime.Guard.Rows;
using LeakageAnalyzers.Workflow.Rows;
using LeakageAnalyzers.Workflow.Rules;
using LeakageAnalyzers.Workflow.Trace;
using Microsoft.ML;
using static System.FormattableString;

namespace LeakageAnalyzers.Runtime.Guard;

/// <summary>
/// What <c>leakage prove</c> asks of the rows of a program that it runs, as the facts of its record: fields apart by tabs. The file that it adds to the program calls this by
/// name, at the end of the program, so that no reading disturbs it.
/// </summary>
internal static class ProvedRows
{
    // With more, the scores of all would be most of a record.
    private const int MostClasses = 32;

    // The lowest hashes of a set are a sample of it that depends on its rows alone: sets without common rows have no common hash (Broder 1997).
    private const int SketchSize = 64;

    /// <summary>The lowest hashes of the rows of a loaded view, by which runs that share rows are known.</summary>
    public static IEnumerable<string> Data(object loaded)
    {
        var view = (IDataView)loaded;
        string[] columns = [.. view.Schema.Where(column => !column.IsHidden && ColumnContent.IsComparable(column.Type)).Select(column => column.Name)];
        return QuietReading.Of(() => Sketch(ContentReader.Read(view, columns).Select(row => row.Content.Low))).Select(hash => Invariant($"data\t{hash:x16}"));
    }

    /// <summary>How many rows each evaluated model was tested on and fitted on, as <paramref name="guard"/> recorded them.</summary>
    public static IEnumerable<string> Sizes(object guard) => ((LeakageGuard)guard).Read() is not { } record ? [] :
        from evaluated in record.Trace.Events.OfType<Evaluated>()
        where evaluated.Model is not null
        let tested = CountOf(evaluated.Rows)
        let fitted = CountOf(evaluated.Model!.TrainedOn)
        where tested > 0 && fitted > 0
        select Invariant($"sizes\t{evaluated.Place.FilePath}\t{evaluated.Place.Line}\t{tested}\t{fitted}");

    /// <summary>The group, the truth and the prediction of each scored row, under a line that names the task and the group column.</summary>
    /// <param name="scored">The rows.</param>
    /// <param name="mostRows">Where there are more, none is told.</param>
    /// <param name="task">The name of the task: binary or multiclass classification, or regression.</param>
    /// <param name="columns">The names of the columns of label, score, predicted label and probability.</param>
    public static IEnumerable<string> Predictions(object scored, long mostRows, string task, string[] columns)
    {
        var view = (IDataView)scored;
        if (QuietReading.Of(() => !HasMoreThan(view, 0)))
        {
            return ["empty"];
        }

        if (QuietReading.Of(() => HasMoreThan(view, mostRows)))
        {
            return [];
        }

        var group = RuleOptions.Default.GroupColumns.FindIn(SchemaReader.Read(view.Schema, []))?.Name;
        var (names, lines) = QuietReading.Of(() => Read(view, task, columns, group));
        return lines.Select((line, row) => $"row\t{(names is null ? "" : names[row])}\t{line}").Prepend($"of\t{task}\t{group}");
    }

    private static SortedSet<ulong> Sketch(IEnumerable<ulong> hashes)
    {
        var lowest = new SortedSet<ulong>();
        foreach (var hash in hashes)
        {
            if ((lowest.Count < SketchSize || hash < lowest.Max) && lowest.Add(hash) && lowest.Count > SketchSize)
            {
                lowest.Remove(lowest.Max);
            }
        }

        return lowest;
    }

    private static bool HasMoreThan(IDataView view, long mostRows)
    {
        using var cursor = view.GetRowCursor([]);
        var count = 0L;
        while (count <= mostRows && cursor.MoveNext())
        {
            count++;
        }

        return count > mostRows;
    }

    private static (string[]? Groups, List<string> Lines) Read(IDataView view, string task, string[] columns, string? group)
    {
        switch (task)
        {
            case nameof(LearningTask.Regression):
                var values = ScoredRegressionRows.Read(view, columns[0], columns[1], group);
                return (Hashed(values.Groups), [.. values.Labels.Zip(values.Scores, (label, score) => $"{Number(label)}\t{Number(score)}")]);
            case nameof(LearningTask.MulticlassClassification):
                var classes = ScoredMulticlassRows.Read(view, columns[0], columns[1], topK: 0, group);
                return (Hashed(classes.Groups), [.. Enumerable.Range(0, classes.Count).Select(row =>
                    Invariant($"{classes.Classes[row]}\t{classes.Predictions[row]}") + (classes.ClassCount > MostClasses ? "" : string.Concat(classes.Scores[row].Select(score => $"\t{Number(score)}"))))]);
            default:
                var probability = view.Schema.GetColumnOrNull(columns[3]) is null ? null : columns[3];
                var binary = ScoredBinaryRows.Read(view, new BinaryColumns(columns[0], columns[1], columns[2], probability), group);
                return (Hashed(binary.Groups), [.. Enumerable.Range(0, binary.Count).Select(row =>
                    Invariant($"{(binary.Labels[row] ? 1 : 0)}\t{Number(binary.Scores[row])}\t{(binary.Predictions[row] ? 1 : 0)}\t{(binary.Probabilities is { } found ? Number(found[row]) : "")}"))]);
        }
    }

    // A name may hold anything; its hash holds no tab, and tells nobody.
    private static string[]? Hashed(RowGroups? groups) =>
        groups is null ? null : Array.ConvertAll(groups.Names, name => ContentHash.Of(System.Text.Encoding.UTF8.GetBytes(name)).Low.ToString("x16", CultureInfo.InvariantCulture));

    private static long CountOf(RowSet rows) => rows.Provenance is ExactRows exact ? exact.Count : 0;

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
