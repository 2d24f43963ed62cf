using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeakageAnalyzers.CodeFixes.Rewriting;

/// <summary>Makes the names of a namespace known to a file.</summary>
internal static class UsingDirectives
{
    /// <summary><paramref name="root"/> with a directive for <paramref name="namespaceName"/>, unless it has one or a global directive makes its names known.</summary>
    public static SyntaxNode Add(SyntaxNode root, string namespaceName, SemanticModel model)
    {
        var file = (CompilationUnitSyntax)root;
        var isKnown = file.Usings.Any(directive => IsFor(namespaceName, directive))
            || (file.Members.Count > 0 && file.Members.All(member => member is BaseNamespaceDeclarationSyntax space && space.Usings.Any(directive => IsFor(namespaceName, directive))))
            || model.Compilation.SyntaxTrees.Select(tree => tree.GetRoot()).OfType<CompilationUnitSyntax>()
                .Any(other => other.Usings.Any(directive => directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword) && IsFor(namespaceName, directive)));
        return isKnown ? root : Add(file, namespaceName);
    }

    // Where the others are.
    private static CompilationUnitSyntax Add(CompilationUnitSyntax file, string namespaceName)
    {
        var directive = SyntaxFactory.UsingDirective(SyntaxFactory.ParseName(namespaceName)).NormalizeWhitespace().WithTrailingTrivia(SyntaxFactory.ElasticEndOfLine(Insertion.EndOfLineIn(file).ToString()));
        return file switch
        {
            { Usings.Count: > 0 } => file.WithUsings(Insert(file.Usings, directive)),
            { Members: [BaseNamespaceDeclarationSyntax { Usings: { Count: > 0 } usings } space] } => file.ReplaceNode(space, space.WithUsings(Insert(usings, directive))),
            _ => AddFirst(file, directive),
        };
    }

    // At its place in the alphabet, below System.
    private static SyntaxList<UsingDirectiveSyntax> Insert(SyntaxList<UsingDirectiveSyntax> usings, UsingDirectiveSyntax directive)
    {
        var first = usings[0];
        var indentation = first.GetLeadingTrivia().Reverse().TakeWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia));
        var index = usings.TakeWhile(other => IsBefore(other.Name?.ToString() ?? "", directive.Name!.ToString())).Count();

        // What is written above them stays there.
        return index > 0
            ? usings.Insert(index, directive.WithLeadingTrivia(indentation))
            : usings.Replace(first, first.WithLeadingTrivia(indentation)).Insert(0, directive.WithLeadingTrivia(first.GetLeadingTrivia()));
    }

    // A first one goes below what the file itself begins with.
    private static CompilationUnitSyntax AddFirst(CompilationUnitSyntax file, UsingDirectiveSyntax directive)
    {
        var first = file.Externs.Count > 0 ? default : file.GetFirstToken(includeZeroWidth: true);
        var (leading, head) = (first.LeadingTrivia, HeadOf(first.LeadingTrivia));
        if (head == 0)
        {
            return file.WithUsings(SyntaxFactory.SingletonList(directive));
        }

        var lineEnd = Insertion.EndOfLineIn(file);
        var below = file.ReplaceToken(first, first.WithLeadingTrivia(leading.Skip(head).Prepend(lineEnd)));
        return below.WithUsings(SyntaxFactory.SingletonList(directive.WithLeadingTrivia(leading.Take(head)).WithTrailingTrivia(lineEnd)));
    }

    /// <summary>How much of <paramref name="leading"/> is of the file: symbols that it defines, and comments that an empty line sets off from the first declaration.</summary>
    private static int HeadOf(SyntaxTriviaList leading)
    {
        var head = leading.ToList().FindLastIndex(trivia => trivia.Kind() is SyntaxKind.DefineDirectiveTrivia or SyntaxKind.UndefDirectiveTrivia) + 1;
        var (hasComment, isLineEmpty) = (false, true);
        for (var i = head; i < leading.Count; i++)
        {
            switch (leading[i].Kind())
            {
                case SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia:
                    (hasComment, isLineEmpty) = (true, false);
                    break;
                case SyntaxKind.EndOfLineTrivia when hasComment && isLineEmpty:
                    return i + 1;
                case SyntaxKind.EndOfLineTrivia:
                    isLineEmpty = true;
                    break;
                case SyntaxKind.WhitespaceTrivia:
                    break;
                default:
                    return head;
            }
        }

        return head;
    }

    private static bool IsFor(string namespaceName, UsingDirectiveSyntax directive) => directive.Alias is null && Named(directive) == namespaceName;

    // As in `using global::System.Linq`, which the SDK writes.
    private static string? Named(UsingDirectiveSyntax directive) => directive.Name?.ToString() is { } name && name.StartsWith("global::", StringComparison.Ordinal) ? name.Substring("global::".Length) : directive.Name?.ToString();

    private static bool IsBefore(string name, string other) => IsOfSystem(name) || string.CompareOrdinal(name, other) < 0;

    private static bool IsOfSystem(string name) => name == "System" || name.StartsWith("System.", StringComparison.Ordinal);
}
