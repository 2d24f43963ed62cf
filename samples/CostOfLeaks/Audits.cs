using CostOfLeaks.Data;

namespace CostOfLeaks;

/// <summary>The audits, by rule.</summary>
internal static class Audits
{
    // The draw of rows and splits that is shown.
    private const int Seed = 1;

    public static IReadOnlyList<IAudit> All { get; } =
    [
        new LEAK601(), new LEAK602(), new LEAK603(), new LEAK604(), new LEAK605(), new LEAK606(), new LEAK607(), new LEAK608(), new LEAK609(), new LEAK610(), new LEAK611(),
    ];

    /// <summary>What an audit says of its leaky split and of the honest one, as a line.</summary>
    public static string Describe(IAudit audit)
    {
        var id = audit.GetType().Name;
        var honest = audit.Honest(Seed).Findings.Where(finding => finding.Id == id).ToList();
        var said = audit.Leaky(Seed).Findings.FirstOrDefault(finding => finding.Id == id)?.Message ?? "nothing";
        return $"{audit.Rows}: {said} Of the honest split: {(honest.Count == 0 ? "nothing" : honest[0].Message)}.";
    }
}
