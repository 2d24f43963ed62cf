using LeakageAnalyzers.Tool.Programs;

namespace LeakageAnalyzers.Tool.Analysis;

/// <summary>What became of one program.</summary>
/// <param name="Program">The program.</param>
/// <param name="Errors">Why it does not compile, each with its place; none where it does.</param>
/// <param name="Findings">What the analyzer reported, by file and line.</param>
/// <param name="Crashes">What the analyzer threw.</param>
/// <param name="Figures">What its interpreter said of its work.</param>
/// <param name="CompileTime">How long binding the program takes.</param>
/// <param name="AnalysisTime">How long the analyzer takes, binding included.</param>
internal sealed record ProgramResult(
    SourceProgram Program, IReadOnlyList<string> Errors, IReadOnlyList<ReportedFinding> Findings, IReadOnlyList<string> Crashes, InterpreterFigures Figures,
    TimeSpan CompileTime, TimeSpan AnalysisTime)
{
    /// <summary>Whether the program compiles with what is referenced here.</summary>
    public bool Compiles => Errors.Count == 0;
}

/// <summary>A diagnostic.</summary>
/// <param name="Rule">Its id.</param>
/// <param name="File">The file, absolute.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Message">What it says.</param>
internal sealed record ReportedFinding(string Rule, string File, int Line, string Message);
