using System.Globalization;

namespace LeakageAnalyzers.Tool.Prove.Running;

/// <summary>What one run of a program came to.</summary>
/// <param name="Scores">The scores of each evaluation, in the order in which they were made.</param>
/// <param name="GuardFindings">What the guard saw.</param>
/// <param name="Failure">Why the program did not come to its end, in one line; null where it did.</param>
internal sealed record RunOutcome(IReadOnlyList<RecordedScore> Scores, IReadOnlyList<GuardFinding> GuardFindings, string? Failure)
{
    /// <summary>Whether it was ended for want of time.</summary>
    public bool IsTimedOut { get; init; }

    /// <summary>Whether it came to no score for want of a file.</summary>
    public bool MissesFile => Scores.Count == 0 && Failure?.StartsWith(FailureText.MissingFile, StringComparison.Ordinal) == true;

    /// <summary>Hashes of some of the rows that it loaded: runs that share rows share some of them.</summary>
    public IReadOnlySet<string> Data { get; init; } = new HashSet<string>();

    /// <summary>How many rows each evaluation tested and its model was fitted on, where the guard saw it.</summary>
    public IReadOnlyList<EvaluatedSizes> Sizes { get; init; } = [];

    /// <summary>The rows of each evaluation or fold, in the order in which they were evaluated.</summary>
    public IReadOnlyList<TestedRows> Tested { get; init; } = [];

    /// <summary>Reads what a run wrote down; a line that was not written to its end is left out.</summary>
    public static RunOutcome Read(string record, string? failure)
    {
        var (scores, findings) = (new List<RecordedScore>(), new List<GuardFinding>());
        var (data, sizes, tested) = (new HashSet<string>(), new List<EvaluatedSizes>(), new List<TestedRows>());
        foreach (var fields in Lines(record).Select(line => line.Split('\t')))
        {
            switch (fields)
            {
                case ["score", var site, ..]:
                    scores.Add(new RecordedScore(int.Parse(site, CultureInfo.InvariantCulture), Values(fields.Skip(2))));
                    break;
                case ["finding", var id, var file, var line]:
                    findings.Add(new GuardFinding(id, file, int.Parse(line, CultureInfo.InvariantCulture)));
                    break;
                case ["data", var hash]:
                    data.Add(hash);
                    break;
                case ["sizes", var file, var line, var rows, var fitted]:
                    sizes.Add(new EvaluatedSizes(file, int.Parse(line, CultureInfo.InvariantCulture), long.Parse(rows, CultureInfo.InvariantCulture), long.Parse(fitted, CultureInfo.InvariantCulture)));
                    break;
                case ["tested", var site]:
                    tested.Add(new TestedRows(int.Parse(site, CultureInfo.InvariantCulture), "", ""));
                    break;
                case ["of", var task, var column]:
                    tested[^1] = tested[^1] with { Task = task, GroupColumn = column };
                    break;
                case ["empty"]:
                    tested[^1] = tested[^1] with { IsEmpty = true };
                    break;
                case ["row", var group, ..]:
                    tested[^1].Add(group, fields.Skip(2));
                    break;
            }
        }

        WithoutEmpty(scores, tested);
        return new RunOutcome(scores, findings, failure) { Data = data, Sizes = sizes, Tested = tested };
    }

    /// <summary>The same, with files of the copy under <paramref name="copy"/> called by their names in <paramref name="tree"/>: a guard of the program's own names the file that the compiler told it.</summary>
    public RunOutcome InTermsOf(ProgramTree tree, string copy) => this with
    {
        GuardFindings = [.. GuardFindings.Select(finding => finding with { TreePath = InTermsOf(tree, copy, finding.TreePath) })],
        Sizes = [.. Sizes.Select(sizes => sizes with { TreePath = InTermsOf(tree, copy, sizes.TreePath) })],
    };

    private static string InTermsOf(ProgramTree tree, string copy, string path) =>
        path.StartsWith(copy + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? Path.Combine(tree.Root, Path.GetRelativePath(copy, path)) : path;

    private static string[] Lines(string record)
    {
        var text = File.Exists(record) ? File.ReadAllText(record) : "";
        return text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    // ML.NET calls every metric of no rows 0. The first tested rows of a call are those of its first score.
    private static void WithoutEmpty(List<RecordedScore> scores, List<TestedRows> tested)
    {
        foreach (var empty in tested.Where(rows => rows.IsEmpty).Reverse().ToList())
        {
            var before = tested.TakeWhile(rows => !ReferenceEquals(rows, empty)).Count(rows => rows.Site == empty.Site);
            if (scores.Where(score => score.Site == empty.Site).ElementAtOrDefault(before) is { } score)
            {
                scores.Remove(score);
            }

            tested.Remove(empty);
        }
    }

    private static Dictionary<string, double> Values(IEnumerable<string> fields) => fields.Select(field => field.Split('=', 2)).Where(pair => pair.Length == 2)
        .DistinctBy(pair => pair[0]).ToDictionary(pair => pair[0], pair => double.Parse(pair[1], CultureInfo.InvariantCulture));
}

/// <summary>One evaluation, or one fold.</summary>
/// <param name="Site">The number of the call.</param>
/// <param name="Metrics">Its metrics by name.</param>
internal sealed record RecordedScore(int Site, IReadOnlyDictionary<string, double> Metrics);

/// <summary>A leak that the guard saw.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="TreePath">The compiled text.</param>
/// <param name="TreeLine">The line there, from one.</param>
internal sealed record GuardFinding(string Rule, string TreePath, int TreeLine);
