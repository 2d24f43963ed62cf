namespace LeakageAnalyzers.Workflow.Trace;

/// <summary>Where something happens. Opaque to rules: a location in source, or the file and line of a caller.</summary>
/// <param name="FilePath">Path of the source file.</param>
/// <param name="Line">Line, counted from one.</param>
/// <param name="Start">Position in the file; distinguishes calls on one line where it is known.</param>
/// <param name="Length">Length of the marked text.</param>
public sealed record Place(string FilePath, int Line, int Start = 0, int Length = 0)
{
    /// <summary>The interpreter's own handle, such as a syntax location. It takes no part in equality.</summary>
    public object? Handle { get; init; }

    /// <summary>How a message that is shown at <paramref name="reader"/> names this place.</summary>
    public string DescribeFrom(Place reader) =>
        FilePath == reader.FilePath ? $"line {Line}" : $"{System.IO.Path.GetFileName(FilePath)} line {Line}";

    /// <inheritdoc/>
    public bool Equals(Place? other) =>
        other is not null && Start == other.Start && Line == other.Line && Length == other.Length && FilePath == other.FilePath;

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((Line * 7919) + Start);

    /// <inheritdoc/>
    public override string ToString() => $"{System.IO.Path.GetFileName(FilePath)}({Line})";
}
