using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeakageAnalyzers.Interpreter.Entries;

/// <summary>The names that one file mentions, by name and in the order of the source. They say nothing of what a name is bound to, so that a file that stays the same keeps them from one compilation to the next.</summary>
internal sealed class Mentions
{
    /// <summary>Target-typed creations name nothing.</summary>
    public const string ImplicitCreation = "new";

    private static readonly ConditionalWeakTable<SyntaxTree, Mentions> Known = new();

    private readonly Dictionary<string, List<SyntaxNode>> _byName = new(StringComparer.Ordinal);

    private Mentions(SyntaxTree tree)
    {
        foreach (var node in tree.GetRoot().DescendantNodes())
        {
            var name = node switch
            {
                SimpleNameSyntax simple => simple.Identifier.ValueText,
                ImplicitObjectCreationExpressionSyntax => ImplicitCreation,
                _ => null,
            };
            if (name is null)
            {
                continue;
            }

            if (!_byName.TryGetValue(name, out var places))
            {
                _byName[name] = places = [];
            }

            places.Add(node);
        }
    }

    /// <summary>The names, each with its places.</summary>
    public IEnumerable<KeyValuePair<string, List<SyntaxNode>>> All => _byName;

    /// <summary>What <paramref name="tree"/> mentions.</summary>
    public static Mentions In(SyntaxTree tree) => Known.GetValue(tree, key => new Mentions(key));

    /// <summary>The places of <paramref name="name"/>.</summary>
    public IReadOnlyList<SyntaxNode> Of(string name) => _byName.TryGetValue(name, out var places) ? places : [];
}
