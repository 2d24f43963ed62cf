namespace LeakageAnalyzers.Runtime.Evaluation;

/// <summary>The columns of scored rows: their relevance, their score and the query that they answer.</summary>
internal sealed record RankingColumns(string Label, string Query, string Score);
