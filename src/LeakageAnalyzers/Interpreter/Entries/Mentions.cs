using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeakageAnalyzers.Interpreter.Entries;

/// <summary>The names that one file mentions, by name and in the order of the source. They say nothing of what a name is bound to, so that a file that stays the same keeps them from one compilation to the next.</summary>
internal sealed class Mentions
{
    /// <summary>Target-typed creations name nothing.</summary>
    public const string ImplicitCreation = "new";

    /// <summary>A constructor runs another of its type or of its base class.</summary>
    public const string ChainedConstruction = ": this or base";

    /// <summary>An indexer has no name.</summary>
    public const string ElementAccess = "[]";

    // Most names stand in a file once: those alone, the others in lists.
    private readonly Dictionary<string, object> _byName = new(StringComparer.Ordinal);

    public Mentions(SyntaxTree tree)
    {
        foreach (var node in tree.GetRoot().DescendantNodes())
        {
            var name = node switch
            {
                SimpleNameSyntax simple => simple.Identifier.ValueText,
                ImplicitObjectCreationExpressionSyntax => ImplicitCreation,
                ConstructorInitializerSyntax or PrimaryConstructorBaseTypeSyntax => ChainedConstruction,
                ElementAccessExpressionSyntax or ElementBindingExpressionSyntax or ImplicitElementAccessSyntax => ElementAccess,
                _ => null,
            };
            if (name is null)
            {
                continue;
            }

            if (!_byName.TryGetValue(name, out var places))
            {
                _byName[name] = node;
            }
            else if (places is List<SyntaxNode> several)
            {
                several.Add(node);
            }
            else
            {
                _byName[name] = new List<SyntaxNode> { (SyntaxNode)places, node };
            }
        }
    }

    /// <summary>The names.</summary>
    public IReadOnlyCollection<string> Names => _byName.Keys;

    /// <summary>The places of <paramref name="name"/>.</summary>
    public IReadOnlyList<SyntaxNode> Of(string name) => !_byName.TryGetValue(name, out var places) ? [] : places as IReadOnlyList<SyntaxNode> ?? [(SyntaxNode)places];
}

/// <summary>The names that files mention, kept as long as their syntax trees: an editor's next compilation shares most of them.</summary>
internal sealed class KnownMentions
{
    private readonly ConditionalWeakTable<SyntaxTree, Mentions> _byTree = new();

    /// <summary>What <paramref name="tree"/> mentions.</summary>
    public Mentions In(SyntaxTree tree) => _byTree.GetValue(tree, key => new Mentions(key));
}
