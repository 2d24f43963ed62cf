using LeakageAnalyzers.Runtime.Statistics;
using Microsoft.ML;
using static System.FormattableString;

namespace LeakageAnalyzers.Runtime.Evaluation;

/// <summary>Test rows with their relevance, their score and the query that each belongs to.</summary>
internal sealed class ScoredRankingRows : ScoredRows
{
    private readonly int[] labels;
    private readonly double[]? scores;
    private readonly RowGroups queries;
    private readonly int lastRank;
    private readonly GroupIndex queryOfRow;
    private readonly int[] firstRows;

    /// <summary>Takes rows over; without scores, their order is random, and gains are those to be expected.</summary>
    public ScoredRankingRows(int[] labels, double[]? scores, RowGroups queries, RowGroups? groups, int lastRank)
        : base(labels.Length, groups)
    {
        Check.Scores(scores, "scoreColumnName");
        (this.labels, this.scores, this.queries, this.lastRank) = (labels, scores, queries, lastRank);
        queryOfRow = GroupIndex.Of<string>(queries.Names);
        firstRows = new int[queryOfRow.Count];
        var rowsOfQuery = Enumerable.Range(0, labels.Length).GroupBy(row => queryOfRow.OfRow[row]).ToList();
        foreach (var query in rowsOfQuery)
        {
            firstRows[query.Key] = query.First();
            if (groups is not null && query.Select(row => groups.Names[row]).Distinct(StringComparer.Ordinal).Skip(1).Any())
            {
                throw new ArgumentException(Invariant($"The query of row {query.First()} has rows of several groups of '{groups.ColumnName}'; a query is drawn as a whole."), nameof(groups));
            }
        }

        Gains = [.. rowsOfQuery.Select(query => scores is null
            ? QueryGains.InRandomOrder([.. query.Select(row => labels[row])], lastRank)
            : QueryGains.InOrderOf([.. query.Select(row => scores[row])], [.. query.Select(row => labels[row])], lastRank))];
    }

    /// <summary>The gains of every query.</summary>
    public QueryGains[] Gains { get; }

    /// <summary>Groups where they are known, else queries; never single rows, whose order is what is measured.</summary>
    public override RowGroups DrawnGroups => Groups ?? queries;

    public override string? Note => Groups is null ? RowGroups.WhyFew(queryOfRow.Count, "queries") : base.Note;

    public static ScoredRankingRows Read(IDataView data, RankingColumns columns, string? groupColumnName, int lastRank)
    {
        var reader = new PredictionReader(Check.NotNull(data));
        var labels = reader.Classes(columns.Label, "labelColumnName");
        var scores = reader.Numbers(columns.Score, "scoreColumnName");
        var queries = reader.Queries(columns.Query, "rowGroupColumnName");
        var groups = reader.Groups(groupColumnName);
        reader.Read();
        return new ScoredRankingRows([.. labels], [.. scores], new RowGroups(columns.Query, [.. queries]), groups(), lastRank);
    }

    /// <summary>The same rows in another order; null for a random one.</summary>
    public ScoredRankingRows InOrderOf(double[]? otherScores) => new(labels, otherScores, queries, Groups, lastRank);

    /// <summary>Some of the rows, of whole queries.</summary>
    /// <exception cref="ArgumentException">A query has other rows too.</exception>
    public ScoredRankingRows Select(int[] rows)
    {
        var chosen = new HashSet<int>(rows);
        var names = new HashSet<string>(rows.Select(row => queries.Names[row]), StringComparer.Ordinal);
        if (Array.FindIndex([.. Enumerable.Range(0, Count)], row => names.Contains(queries.Names[row]) && !chosen.Contains(row)) is >= 0 and var other)
        {
            throw new ArgumentException(Invariant($"The query of row {other} has rows inside and outside the subgroup; a query is judged as a whole."), nameof(rows));
        }

        return new ScoredRankingRows(
            Array.ConvertAll(rows, row => labels[row]),
            scores is null ? null : Array.ConvertAll(rows, row => scores[row]),
            queries.Select(rows),
            Groups?.Select(rows),
            lastRank);
    }

    /// <summary>The mean over queries of a value that each has, on a resample that draws queries as wholes.</summary>
    public double MeanOverQueries(ReadOnlySpan<int> weights, double[] values)
    {
        double sum = 0;
        long count = 0;
        for (var query = 0; query < values.Length; query++)
        {
            var weight = weights[firstRows[query]];
            sum += weight * values[query];
            count += weight;
        }

        return sum / count;
    }

    protected override bool HasSameTruth(int row, ScoredRows other) =>
        other is ScoredRankingRows rows && labels[row] == rows.labels[row] && queryOfRow.OfRow[row] == rows.queryOfRow.OfRow[row];
}
