namespace LeakageAnalyzers.Tool.Programs;

/// <summary>Where a reader finds a piece of code. Lines and columns count from one.</summary>
/// <param name="File">The file, absolute.</param>
/// <param name="Line">First line: of the file, or of the cell where there is one.</param>
/// <param name="Column">First column.</param>
/// <param name="EndLine">Last line.</param>
/// <param name="EndColumn">Column after the last one.</param>
internal sealed record CodePlace(string File, int Line, int Column, int EndLine, int EndColumn)
{
    /// <summary>Number of the notebook's cell, from one over all cells; null outside notebooks.</summary>
    public int? Cell { get; init; }

    /// <summary>The line of the file as it is stored: that of the JSON text for a cell.</summary>
    public int FileLine { get; init; } = Line;

    /// <summary>The line of code, without its end.</summary>
    public string Code { get; init; } = "";

    /// <summary>How text names the place, beside the file's name.</summary>
    public string Describe() => Cell is { } cell ? $"cell {cell}, line {Line}" : $"line {Line}";
}
