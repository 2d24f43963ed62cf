using Microsoft.ML;

namespace LeakageAnalyzers.Runtime.Tests.Audit;

/// <summary>A row of the generated data that the tests audit.</summary>
public sealed class AuditRow
{
    public string PatientId { get; set; } = "";

    public string Site { get; set; } = "";

    public DateTime Time { get; set; }

    public float Age { get; set; }

    public float Dose { get; set; }

    public bool Label { get; set; }
}

/// <summary>Generated rows, and audits of them.</summary>
internal static class AuditedSplit
{
    public static MLContext Context { get; } = new(seed: 1);

    /// <summary>Rows with nothing to find: every row a patient of its own, all columns independent.</summary>
    public static List<AuditRow> Rows(int count, int seed, string prefix = "P")
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(row => new AuditRow
        {
            PatientId = $"{prefix}{row}",
            Site = random.Next(2) == 0 ? "Lyon" : "Oslo",
            Time = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(random.Next(365)),
            Age = 50 + (20 * (float)random.NextDouble()),
            Dose = (float)random.NextDouble(),
            Label = random.Next(2) == 0,
        })];
    }

    public static IDataView View<TRow>(IEnumerable<TRow> rows)
        where TRow : class => Context.Data.LoadFromEnumerable(rows.ToList());

    /// <summary>What the audit finds of one rule.</summary>
    public static IReadOnlyList<AuditFinding> Findings<TRow>(string id, IEnumerable<TRow> train, IEnumerable<TRow> test, AuditOptions? options = null)
        where TRow : class => [.. SplitAudit.Run(View(train), View(test), options).Findings.Where(finding => finding.Id == id)];
}
