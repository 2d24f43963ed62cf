using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeakageAnalyzers.Tool.Programs.Inputs;

/// <summary>Whether a file starts a program.</summary>
internal static class EntryPoints
{
    /// <summary>Whether <paramref name="file"/> has top-level statements or a <c>Main</c>.</summary>
    public static bool Declares(SourceFile file) =>
        CSharpSyntaxTree.ParseText(file.Text).GetRoot().DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
            .Any(node => node is GlobalStatementSyntax or MethodDeclarationSyntax { Identifier.Text: "Main" });
}
