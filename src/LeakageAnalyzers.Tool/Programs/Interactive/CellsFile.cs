using Microsoft.CodeAnalysis.Text;

namespace LeakageAnalyzers.Tool.Programs.Interactive;

/// <summary>One of the texts that the cells of a file are compiled as.</summary>
/// <param name="Path">The notebook.</param>
/// <param name="Name">What this text is called beside the other.</param>
/// <param name="Code">The text, made from the cells.</param>
/// <param name="Program">All cells.</param>
internal sealed record CellsFile(string Path, string Name, EditedText Code, InteractiveProgram Program) : SourceFile(Path, Code.Text.ToString())
{
    /// <inheritdoc/>
    public override string TreePath => $"{Path}.{Name}.cs";

    /// <inheritdoc/>
    public override CodePlace PlaceOf(TextSpan span) => Program.PlaceOf(Code.ToOriginal(span));
}
