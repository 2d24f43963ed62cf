using LeakageAnalyzers.Runtime.Progress;
using LeakageAnalyzers.Runtime.Statistics;
using Microsoft.ML;

namespace LeakageAnalyzers.Runtime.Evaluation;

/// <summary>What a model scored on all test rows and on each subgroup of them: a good score on the whole can hide a bad one on a few.</summary>
/// <remarks>
/// Intervals are those of each subgroup by itself; whether two differ is a matter of <see cref="Gap"/>, since intervals that overlap do not exclude it. Where there are many subgroups, some differ by chance: of twenty, one is expected to leave its 95 % interval.
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

    /// <summary>Compares two parts of the rows by a metric; a second name of null stands for all rows but the first's.</summary>
    internal Func<string, string, string?, CancellationToken, SubgroupGap>? Compare { get; init; }

    /// <summary>By how much a metric differs between two subgroups, with its interval.</summary>
    /// <param name="metric">A name in <see cref="ModelEvaluation.Metrics"/>.</param>
    /// <param name="first">A name in <see cref="Subgroups"/>.</param>
    /// <param name="second">Another.</param>
    /// <param name="cancellation">Stops before the next resample.</param>
    /// <exception cref="ArgumentException">There is no such metric or subgroup, or both names are the same.</exception>
    /// <exception cref="InvalidOperationException">The evaluation was not made by <c>EvaluateSubgroups</c>, and so has no rows.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public SubgroupGap Gap(string metric, string first, string second, CancellationToken cancellation = default) => this[first].Name == this[second].Name
        ? throw new ArgumentException($"A subgroup has no gap to itself: '{first}'.", nameof(second))
        : Compared(metric, first, second, cancellation);

    /// <summary>By how much a metric differs between a subgroup and all other rows, with its interval.</summary>
    /// <param name="metric">A name in <see cref="ModelEvaluation.Metrics"/>.</param>
    /// <param name="subgroup">A name in <see cref="Subgroups"/>.</param>
    /// <param name="cancellation">Stops before the next resample.</param>
    /// <exception cref="ArgumentException">There is no such metric or subgroup.</exception>
    /// <exception cref="InvalidOperationException">The evaluation was not made by <c>EvaluateSubgroups</c>, and so has no rows.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public SubgroupGap GapToRest(string metric, string subgroup, CancellationToken cancellation = default) => Compared(metric, this[subgroup].Name, null, cancellation);

    /// <summary>One metric, of all rows and of every subgroup, a line each.</summary>
    /// <param name="metric">A name in <see cref="ModelEvaluation.Metrics"/>.</param>
    public string ToString(string metric) => string.Join("\n", Subgroups.Select(subgroup =>
        $"{Column} {subgroup.Name}, {Counted.Of(subgroup.Rows, "row")}: {subgroup.Evaluation?[metric].ToString() ?? subgroup.Note}").Prepend($"all: {All[metric]}"));

    /// <summary>For example <c>100 rows by 'Sex': F 60, M 40</c>, in the invariant culture.</summary>
    public override string ToString() =>
        $"{Counted.Of(All.Rows, "row")} by '{Column}': {string.Join(", ", Subgroups.Select(subgroup => FormattableString.Invariant($"{subgroup.Name} {subgroup.Rows}")))}";

    internal static SubgroupEvaluation Of<TRows>(
        IDataView data, string column, TRows rows, Func<TRows, int[], TRows> select, Func<TRows, LongCall, ModelEvaluation> evaluate, Func<TRows, IEnumerable<Metric<TRows>>> metricsOf,
        LongCall call)
        where TRows : ScoredRows
    {
        var names = NamesOf(data, column);
        string[] distinct = [.. names.Distinct(StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal)];
        var all = evaluate(rows, call.Part("all rows", 0, distinct.Length + 1));
        int[] RowsWhere(Func<string, bool> isChosen) => [.. Enumerable.Range(0, names.Count).Where(row => isChosen(names[row]))];
        Subgroup[] subgroups =
        [
            .. distinct.Select((name, number) => Evaluate(
                name, RowsWhere(other => other == name), chosen => evaluate(select(rows, chosen), call.Part($"{column} {name}", number + 1, distinct.Length + 1)))),
        ];
        call.Part("all subgroups", 0, 1).Report(1);
        return new SubgroupEvaluation
        {
            Column = column,
            All = all,
            Subgroups = subgroups,
            Compare = (metric, first, second, cancellation) =>
            {
                var (difference, note) = SubgroupGaps.Of(
                    rows,
                    select,
                    RowsWhere(name => name == first),
                    RowsWhere(name => second is null ? name != first : name == second),
                    metricsOf(rows).First(each => each.Name == metric),
                    all.Options,
                    cancellation);
                return new SubgroupGap { Metric = metric, First = first, Second = second, Difference = difference, Note = note };
            },
        };
    }

    private SubgroupGap Compared(string metric, string first, string? second, CancellationToken cancellation) => Compare is { } compare
        ? compare(All[metric].Name, first, second, cancellation)
        : throw new InvalidOperationException("Gaps are computed from the rows, which only an evaluation by EvaluateSubgroups has.");

    private static Subgroup Evaluate(string name, int[] rows, Func<int[], ModelEvaluation> evaluate)
    {
        try
        {
            return new Subgroup { Name = name, Rows = rows.Length, Evaluation = evaluate(rows) };
        }
        catch (ArgumentException reason)
        {
            return new Subgroup { Name = name, Rows = rows.Length, Evaluation = null, Note = Notes.Of(reason) };
        }
    }

    private static IReadOnlyList<string> NamesOf(IDataView data, string column)
    {
        var reader = new PredictionReader(data);
        var groups = reader.Groups(Check.NotNull(column, "subgroupColumnName"), "subgroupColumnName");
        reader.Read();
        return [.. groups()!.Names.Select(name => name[0] == '=' ? name.Substring(1) : Missing)];
    }
}
