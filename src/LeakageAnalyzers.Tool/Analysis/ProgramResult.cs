using LeakageAnalyzers.Tool.Programs;

namespace LeakageAnalyzers.Tool.Analysis;

/// <summary>What became of one program. Holds texts and numbers only, nothing that Roslyn made.</summary>
/// <param name="Name">The program, as the reader named it.</param>
/// <param name="Files">The files it is made from, absolute.</param>
/// <param name="Errors">Why it does not compile, each with its place; none where it does.</param>
/// <param name="Findings">What the analyzer reported, by file and line.</param>
/// <param name="Crashes">What the analyzer threw.</param>
/// <param name="Figures">What its interpreter said of its work.</param>
/// <param name="CompileTime">How long binding the program takes.</param>
/// <param name="AnalysisTime">How long the analyzer takes, binding included.</param>
internal sealed record ProgramResult(
    string Name, IReadOnlyList<string> Files, IReadOnlyList<string> Errors, IReadOnlyList<ReportedFinding> Findings, IReadOnlyList<string> Crashes, InterpreterFigures Figures,
    TimeSpan CompileTime, TimeSpan AnalysisTime)
{
    /// <summary>Whether the program compiles with what is referenced here.</summary>
    public bool Compiles => Errors.Count == 0;

    /// <summary>The flows of rows in it, where somebody asked for them.</summary>
    public IReadOnlyList<RowFlow> Workflows { get; init; } = [];

    /// <summary>What a reader should know of how the program was read.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];
}
