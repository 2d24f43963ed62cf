using System.CommandLine;
using LeakageAnalyzers.Tool.Output;
using LeakageAnalyzers.Tool.Output.Readable;
using LeakageAnalyzers.Workflow.Descriptions;
using LeakageAnalyzers.Workflow.Rules;

namespace LeakageAnalyzers.Tool.Commands;

/// <summary><c>leakage explain LEAK102</c>: what a rule means.</summary>
internal static class ExplainCommand
{
    /// <summary>The command as the parser needs it.</summary>
    public static Command Create()
    {
        var id = new Argument<string?>("rule") { Description = "Its id, such as LEAK102; none lists all rules.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("explain", "Tells what a rule finds, why it matters and what to do.") { id };
        command.SetAction(arguments => Explain(arguments.GetValue(id)));
        return command;
    }

    private static int Explain(string? id)
    {
        var rules = RuleSet.All.Select(rule => rule.Description).Concat(DataDescriptions.All).Append(ToolDescriptions.MalformedOption).OrderBy(rule => rule.Id, StringComparer.Ordinal).ToList();
        if (id is null)
        {
            RulePage.WriteList(Terminal.Out, rules);
            return ExitCodes.Clean;
        }

        if (rules.Find(rule => rule.Id.Equals(id.Trim(), StringComparison.OrdinalIgnoreCase)) is not { } asked)
        {
            Console.Error.WriteLine($"leakage: there is no rule {id}; leakage explain lists all.");
            return ExitCodes.NotAnalysed;
        }

        RulePage.Write(Terminal.Out, asked);
        return ExitCodes.Clean;
    }
}
