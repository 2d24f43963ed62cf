using LeakageAnalyzers.Workflow.Rules;

namespace LeakageAnalyzers.Interpreter.Entries;

/// <summary>What is known of the runs of one type.</summary>
internal interface IEntryResult
{
    /// <summary>Whether <paramref name="symbol"/> ran to its end.</summary>
    public bool HasRun(ISymbol symbol);

    /// <summary>What the rules say of these runs.</summary>
    public IReadOnlyList<Finding> FindingsUnder(RuleOptions options);
}
