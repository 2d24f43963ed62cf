using LeakageAnalyzers.Tool.Programs;

namespace LeakageAnalyzers.Tool.Prove.Instrumentation;

/// <summary>A call that evaluates or cross-validates: what a run records names it by its number.</summary>
/// <param name="Number">Its number within the program, from zero, in the order of the text.</param>
/// <param name="Method">The method that is called.</param>
/// <param name="Member">The method or property it stands in; empty for top-level statements.</param>
/// <param name="TreePath">The compiled text it stands in.</param>
/// <param name="TreeLine">The line of the method's name there, from one.</param>
/// <param name="Place">Where a reader finds it.</param>
internal sealed record EvaluationSite(int Number, string Method, string Member, string TreePath, int TreeLine, CodePlace? Place)
{
    /// <summary>Whether it scores fold by fold.</summary>
    public required bool IsCrossValidation { get; init; }
}
