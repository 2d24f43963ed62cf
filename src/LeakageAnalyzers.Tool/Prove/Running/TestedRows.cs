using System.Globalization;

namespace LeakageAnalyzers.Tool.Prove.Running;

/// <summary>The rows of one evaluation, or one fold, as the run-time library read them at the end of the run.</summary>
/// <param name="Site">The number of the call.</param>
/// <param name="Task">The learning task; empty where the rows are not told.</param>
/// <param name="GroupColumn">The column that names the individual several rows belong to; empty where there is none.</param>
internal sealed record TestedRows(int Site, string Task, string GroupColumn)
{
    private readonly List<string> _groups = [];
    private readonly List<double[]> _values = [];

    /// <summary>Whether there was no row: what was then measured is of nothing.</summary>
    public bool IsEmpty { get; init; }

    /// <summary>The group of each row, hashed; empty texts where there is no group column.</summary>
    public IReadOnlyList<string> Groups => _groups;

    /// <summary>Each row's truth, then what was predicted: the score (and decision and probability), or the class and the scores of all classes where they are few.</summary>
    public IReadOnlyList<double[]> Values => _values;

    /// <summary>Adds a row as it stands in the record; NaN where a field is empty.</summary>
    public void Add(string group, IEnumerable<string> fields)
    {
        _groups.Add(group);
        _values.Add([.. fields.Select(field => field.Length == 0 ? double.NaN : double.Parse(field, CultureInfo.InvariantCulture))]);
    }
}

/// <summary>How many rows a model was tested and fitted on.</summary>
/// <param name="TreePath">The compiled text of the evaluation.</param>
/// <param name="TreeLine">The line there, from one.</param>
/// <param name="Tested">Tested rows.</param>
/// <param name="Fitted">Rows that the model was fitted on.</param>
internal sealed record EvaluatedSizes(string TreePath, int TreeLine, long Tested, long Fitted);
