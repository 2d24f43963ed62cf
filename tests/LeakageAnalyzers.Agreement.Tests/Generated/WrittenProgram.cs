using LeakageAnalyzers.Agreement.Tests.Verification;

namespace LeakageAnalyzers.Agreement.Tests.Generated;

/// <summary>A plan that was written down.</summary>
/// <param name="Program">Its text, and the leaks that the source alone shows, which the plan knows.</param>
/// <param name="Styles">The features of the language that it uses.</param>
internal sealed record WrittenProgram(MarkedProgram Program, IReadOnlyCollection<CodeStyle> Styles);
