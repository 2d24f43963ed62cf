using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeakageAnalyzers.CodeFixes.Rewriting;

/// <summary>Makes the names of a namespace known to a file.</summary>
internal static class UsingDirectives
{
    /// <summary><paramref name="root"/> with a directive for <paramref name="namespaceName"/>, at its place in the alphabet below <c>System</c>, unless it has one.</summary>
    public static SyntaxNode Add(SyntaxNode root, string namespaceName)
    {
        var file = (CompilationUnitSyntax)root;
        if (file.Usings.Any(directive => directive.Alias is null && directive.Name?.ToString() == namespaceName))
        {
            return root;
        }

        var directive = SyntaxFactory.UsingDirective(SyntaxFactory.ParseName(namespaceName)).NormalizeWhitespace().WithTrailingTrivia(SyntaxFactory.ElasticCarriageReturnLineFeed);
        var index = file.Usings.TakeWhile(other => IsBefore(other.Name?.ToString() ?? "", namespaceName)).Count();
        if (index > 0 || file.Usings.Count == 0)
        {
            // Comments at the head of the file stay there, below a first directive.
            return file.WithUsings(file.Usings.Insert(index, directive));
        }

        var first = file.Usings[0];
        return file.WithUsings(file.Usings.Replace(first, first.WithoutLeadingTrivia()).Insert(0, directive.WithLeadingTrivia(first.GetLeadingTrivia())));
    }

    private static bool IsBefore(string name, string other) => IsOfSystem(name) || string.CompareOrdinal(name, other) < 0;

    private static bool IsOfSystem(string name) => name == "System" || name.StartsWith("System.", StringComparison.Ordinal);
}
