namespace LeakageAnalyzers.Tool.Programs;

/// <summary>Something about the input that a reader has to know to judge the answer.</summary>
/// <param name="Path">The file or folder.</param>
/// <param name="Message">What is the matter, in one line.</param>
/// <param name="IsFatal">Whether something was not analysed that should have been.</param>
internal sealed record Problem(string Path, string Message, bool IsFatal);
