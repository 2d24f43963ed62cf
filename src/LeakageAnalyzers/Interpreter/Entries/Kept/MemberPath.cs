using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeakageAnalyzers.Interpreter.Entries.Kept;

/// <summary>Where a member stands among the declarations of a program. Compilations with the same declarations have it at the same place.</summary>
/// <param name="Tree">Index of the file among those of the compilation.</param>
/// <param name="Indices">Positions among the members around it, outermost first; none for the top-level statements.</param>
internal sealed record MemberPath(int Tree, EquatableList<int> Indices)
{
    /// <summary>The path of the member that <paramref name="syntax"/> is in, which stands in the file with the index <paramref name="tree"/>.</summary>
    public static MemberPath Of(SyntaxNode syntax, int tree)
    {
        var indices = new List<int>();
        for (var node = syntax; node is not null; node = node.Parent)
        {
            if (node is GlobalStatementSyntax)
            {
                break;
            }

            if (node is MemberDeclarationSyntax member && IndexIn(member.Parent, member) is var index and >= 0)
            {
                indices.Add(index);
            }
        }

        indices.Reverse();
        return new MemberPath(tree, EquatableList<int>.From(indices));
    }

    /// <summary>What stands at this path under <paramref name="root"/>: a member, each of the top-level statements, or nothing.</summary>
    public IReadOnlyList<SyntaxNode> In(SyntaxNode root)
    {
        var node = root;
        foreach (var index in Indices)
        {
            if (MembersOf(node) is not { } members || index >= members.Count)
            {
                return [];
            }

            node = members[index];
        }

        return Indices.Count > 0 ? [node] : root is CompilationUnitSyntax unit ? [.. unit.Members.OfType<GlobalStatementSyntax>()] : [];
    }

    private static int IndexIn(SyntaxNode? container, MemberDeclarationSyntax member) => MembersOf(container)?.IndexOf(member) ?? -1;

    private static SyntaxList<MemberDeclarationSyntax>? MembersOf(SyntaxNode? container) => container switch
    {
        TypeDeclarationSyntax type => type.Members,
        BaseNamespaceDeclarationSyntax ns => ns.Members,
        CompilationUnitSyntax unit => unit.Members,
        _ => null,
    };
}
