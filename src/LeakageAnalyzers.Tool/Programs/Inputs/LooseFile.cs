using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeakageAnalyzers.Tool.Programs.Inputs;

/// <summary>A file that belongs to no project, and what decides with which others it is compiled.</summary>
internal sealed class LooseFile
{
    private readonly HashSet<string> _types;

    /// <summary>Parses <paramref name="file"/>.</summary>
    public LooseFile(SourceFile file)
    {
        var nodes = CSharpSyntaxTree.ParseText(file.Text).GetRoot().DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax).ToList();
        File = file;
        Starts = nodes.Exists(node => node is GlobalStatementSyntax or MethodDeclarationSyntax { Identifier.Text: "Main" });
        _types = [.. nodes.Where(node => node is not MethodDeclarationSyntax).OfType<MemberDeclarationSyntax>().Select(NameOfType).OfType<string>()];
    }

    /// <summary>The file.</summary>
    public SourceFile File { get; }

    /// <summary>Whether it starts a program: it has top-level statements or a <c>Main</c>.</summary>
    public bool Starts { get; }

    /// <summary>Whether both define a type of one name, so that they do not compile together.</summary>
    public bool ClashesWith(LooseFile other) => _types.Overlaps(other._types);

    // Parts of a type go together, and a type of one file is in nobody's way.
    private static string? NameOfType(MemberDeclarationSyntax member)
    {
        var (name, arity) = member switch
        {
            TypeDeclarationSyntax type => (type.Identifier.Text, type.Arity),
            EnumDeclarationSyntax type => (type.Identifier.Text, 0),
            DelegateDeclarationSyntax type => (type.Identifier.Text, type.Arity),
            _ => ("", 0),
        };
        return name.Length == 0 || member.Parent is TypeDeclarationSyntax || member.Modifiers.Any(SyntaxKind.PartialKeyword) || member.Modifiers.Any(SyntaxKind.FileKeyword) ? null
            : string.Join(".", [.. member.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().Reverse().Select(space => space.Name.ToString()), $"{name}`{arity}"]);
    }
}
