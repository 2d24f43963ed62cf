using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeakageAnalyzers.CodeFixes.Rewriting;

/// <summary>Makes the names of a namespace known to a file.</summary>
internal static class UsingDirectives
{
    /// <summary><paramref name="root"/> with a directive for <paramref name="namespaceName"/>, unless it has one or a global directive makes its names known.</summary>
    public static SyntaxNode Add(SyntaxNode root, string namespaceName, SemanticModel model) =>
        model.Compilation.SyntaxTrees.Select(tree => tree.GetRoot()).OfType<CompilationUnitSyntax>()
            .Any(file => file.Usings.Any(directive => directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword) && directive.Alias is null && Named(directive) == namespaceName))
            ? root
            : Add(root, namespaceName);

    // At its place in the alphabet, below System.
    private static SyntaxNode Add(SyntaxNode root, string namespaceName)
    {
        var file = (CompilationUnitSyntax)root;
        if (file.Usings.Any(directive => directive.Alias is null && Named(directive) == namespaceName))
        {
            return root;
        }

        var directive = SyntaxFactory.UsingDirective(SyntaxFactory.ParseName(namespaceName)).NormalizeWhitespace().WithTrailingTrivia(SyntaxFactory.ElasticEndOfLine(Insertion.EndOfLineIn(root).ToString()));
        var index = file.Usings.TakeWhile(other => IsBefore(other.Name?.ToString() ?? "", namespaceName)).Count();
        if (index > 0 || file.Usings.Count == 0)
        {
            // Comments at the head of the file stay there, below a first directive.
            return file.WithUsings(file.Usings.Insert(index, directive));
        }

        var first = file.Usings[0];
        return file.WithUsings(file.Usings.Replace(first, first.WithoutLeadingTrivia()).Insert(0, directive.WithLeadingTrivia(first.GetLeadingTrivia())));
    }

    // As in `using global::System.Linq`, which the SDK writes.
    private static string? Named(UsingDirectiveSyntax directive) => directive.Name?.ToString() is { } name && name.StartsWith("global::", StringComparison.Ordinal) ? name.Substring("global::".Length) : directive.Name?.ToString();

    private static bool IsBefore(string name, string other) => IsOfSystem(name) || string.CompareOrdinal(name, other) < 0;

    private static bool IsOfSystem(string name) => name == "System" || name.StartsWith("System.", StringComparison.Ordinal);
}
