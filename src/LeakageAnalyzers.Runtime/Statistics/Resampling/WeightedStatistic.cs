namespace LeakageAnalyzers.Runtime.Statistics;

/// <summary>
/// A statistic of the data in which row <c>i</c> occurs <c>weights[i]</c> times. Weights spare a resample its copy of the rows and,
/// for rank statistics, its sort.
/// </summary>
/// <param name="weights">One count a row, in the order of the rows; all ones for the data themselves.</param>
/// <returns>The statistic, or NaN where it has no value on these rows: the resample is then drawn again.</returns>
public delegate double WeightedStatistic(ReadOnlySpan<int> weights);
