using LeakageAnalyzers.Runtime.Statistics;
using Microsoft.ML;

namespace LeakageAnalyzers.Runtime.Evaluation;

/// <summary>What a model scored on all test rows and on each subgroup of them: a good score on the whole can hide a bad one on a few.</summary>
/// <remarks>
/// Intervals are those of each subgroup by itself. Where there are many subgroups, some differ by chance: of twenty, one is expected to leave its 95 % interval.
/// </remarks>
public sealed record SubgroupEvaluation
{
    private const string Missing = "(missing)";

    /// <summary>The column that makes the subgroups.</summary>
    public required string Column { get; init; }

    /// <summary>The evaluation of all test rows.</summary>
    public required ModelEvaluation All { get; init; }

    /// <summary>The subgroups, in the ordinal order of their names.</summary>
    public required IReadOnlyList<Subgroup> Subgroups { get; init; }

    /// <summary>The subgroup of that name.</summary>
    /// <param name="name">A name in <see cref="Subgroups"/>.</param>
    /// <exception cref="ArgumentException">There is no such subgroup.</exception>
    public Subgroup this[string name] => Subgroups.FirstOrDefault(subgroup => subgroup.Name == Check.NotNull(name)) ?? throw new ArgumentException(
        $"There is no subgroup '{name}'; there are {string.Join(", ", Subgroups.Select(subgroup => subgroup.Name))}.", nameof(name));

    /// <summary>One metric, of all rows and of every subgroup, a line each.</summary>
    /// <param name="metric">A name in <see cref="ModelEvaluation.Metrics"/>.</param>
    public string ToString(string metric) => string.Join("\n", Subgroups.Select(subgroup => FormattableString.Invariant(
        $"{Column} {subgroup.Name}, {subgroup.Rows} rows: {subgroup.Evaluation?[metric].ToString() ?? subgroup.Note}")).Prepend($"all: {All[metric]}"));

    internal static SubgroupEvaluation Of<TRows>(
        IDataView data, string column, TRows rows, Func<TRows, int[], TRows> select, Func<TRows, ModelEvaluation> evaluate)
        where TRows : ScoredRows => new()
    {
        Column = column,
        All = evaluate(rows),
        Subgroups =
        [
            .. NamesOf(data, column).Select((name, row) => (name, row)).GroupBy(each => each.name, each => each.row)
                .OrderBy(subgroup => subgroup.Key, StringComparer.Ordinal)
                .Select(subgroup => Evaluate(subgroup.Key, [.. subgroup], chosen => evaluate(select(rows, chosen)))),
        ],
    };

    private static Subgroup Evaluate(string name, int[] rows, Func<int[], ModelEvaluation> evaluate)
    {
        try
        {
            return new Subgroup { Name = name, Rows = rows.Length, Evaluation = evaluate(rows) };
        }
        catch (ArgumentException reason)
        {
            return new Subgroup { Name = name, Rows = rows.Length, Evaluation = null, Note = reason.Message };
        }
    }

    private static IEnumerable<string> NamesOf(IDataView data, string column)
    {
        var reader = new PredictionReader(data);
        var groups = reader.Groups(Check.NotNull(column));
        reader.Read();
        return groups()!.Names.Select(name => name[0] == '=' ? name.Substring(1) : Missing);
    }
}
