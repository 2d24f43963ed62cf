using System.Reflection;
using LeakageAnalyzers.Tool.Repairs;
using LeakageAnalyzers.Workflow.Descriptions;
using Spectre.Console;

namespace LeakageAnalyzers.Tool.Output.Readable;

/// <summary>The page of a rule in a terminal: its document where there is one, else what the description says.</summary>
internal static class RulePage
{
    /// <summary>Writes the page of <paramref name="rule"/>.</summary>
    public static void Write(IAnsiConsole console, RuleDescription rule)
    {
        if (Document(rule.Id) is { } page)
        {
            new MarkdownText(console).Write(page);
            return;
        }

        console.Write(new Text($"{rule.Id}: {rule.Title}", new Style(decoration: Decoration.Bold)));
        console.WriteLine();
        console.WriteLine($"{rule.Category}, {rule.Severity.ToString().ToLowerInvariant()} by default, {(Repairer.CanRepair(rule.Id) ? "leakage fix repairs it where that is safe" : "no automatic repair")}.");
        console.WriteLine();
        console.WriteLine(rule.Explanation);
        console.WriteLine();
        console.WriteLine($"It says: {rule.MessageFormat}");
    }

    /// <summary>Writes the ids and titles of <paramref name="rules"/>.</summary>
    public static void WriteList(IAnsiConsole console, IEnumerable<RuleDescription> rules)
    {
        foreach (var rule in rules)
        {
            console.Write(new Text($"{rule.Id}  {rule.Severity,-8} {rule.Title}"));
            console.WriteLine();
        }
    }

    // The pages stand beside the rules and travel with the tool.
    private static string? Document(string id)
    {
        using var page = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{id}.md");
        if (page is null)
        {
            return null;
        }

        using var reader = new StreamReader(page);
        return reader.ReadToEnd();
    }
}
