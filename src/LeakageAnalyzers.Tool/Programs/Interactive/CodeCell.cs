namespace LeakageAnalyzers.Tool.Programs.Interactive;

/// <summary>A piece of C# out of several that run one after the other: the cell of a notebook, the block of a text.</summary>
/// <param name="Number">Its number, as a reader counts: from one, over all cells.</param>
/// <param name="Text">Its text, magic commands included.</param>
/// <param name="FileLines">For each line, its line in the stored file, from one.</param>
internal sealed record CodeCell(int Number, string Text, IReadOnlyList<int> FileLines);
