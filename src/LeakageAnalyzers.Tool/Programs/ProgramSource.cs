namespace LeakageAnalyzers.Tool.Programs;

/// <summary>A program that has not been read yet.</summary>
/// <param name="Name">As the reader named it.</param>
/// <param name="Path">Its project file or first file, absolute.</param>
/// <param name="ReadAsync">Reads it; null where there is nothing of it to analyse.</param>
internal sealed record ProgramSource(string Name, string Path, Func<CancellationToken, Task<ReadProgram?>> ReadAsync);
