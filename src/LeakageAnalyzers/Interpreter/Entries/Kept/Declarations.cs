using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeakageAnalyzers.Interpreter.Entries.Kept;

/// <summary>All that a compilation declares. Where two compilations declare the same, what stays the same in a body also means the same.</summary>
internal sealed class Declarations
{
    private readonly CompilationOptions _options;
    private readonly ImmutableArray<WeakReference<MetadataReference>> _references;

    public Declarations(Compilation compilation)
    {
        Trees = compilation.SyntaxTrees.ToImmutableArray();
        _options = compilation.Options;

        // A reference to another project holds its whole compilation.
        _references = compilation.References.Select(reference => new WeakReference<MetadataReference>(reference)).ToImmutableArray();
    }

    /// <summary>The files.</summary>
    public ImmutableArray<SyntaxTree> Trees { get; }

    /// <summary>Whether <paramref name="other"/> declares the same, whatever its bodies do.</summary>
    public bool AreThoseOf(Compilation other) =>
        _options.Equals(other.Options)
        && _references.Zip(other.References, (known, reference) => known.TryGetTarget(out var target) && ReferenceEquals(target, reference)).All(isSame => isSame)
        && _references.Length == other.References.Count()
        && Trees.Length == other.SyntaxTrees.Count()
        && Trees.Zip(other.SyntaxTrees, DeclareTheSame).All(isSame => isSame);

    private static bool DeclareTheSame(SyntaxTree a, SyntaxTree b) =>
        ReferenceEquals(a, b) || (a.FilePath == b.FilePath && a.Options.Equals(b.Options) && DeclareTheSame(a.GetRoot(), b.GetRoot()));

    // The top-level statements are a body too.
    private static bool DeclareTheSame(SyntaxNode a, SyntaxNode b)
    {
        if (a is not CompilationUnitSyntax one || b is not CompilationUnitSyntax other)
        {
            return false;
        }

        var (members, others) = (one.Members.Where(IsDeclaration).ToList(), other.Members.Where(IsDeclaration).ToList());
        return members.Count == others.Count
            && one.Members.Count - members.Count > 0 == other.Members.Count - others.Count > 0
            && SyntaxFactory.AreEquivalent(one.Externs, other.Externs, topLevel: true)
            && SyntaxFactory.AreEquivalent(one.Usings, other.Usings, topLevel: true)
            && SyntaxFactory.AreEquivalent(one.AttributeLists, other.AttributeLists, topLevel: true)
            && members.Zip(others, (member, otherMember) => SyntaxFactory.AreEquivalent(member, otherMember, topLevel: true)).All(isSame => isSame);
    }

    private static bool IsDeclaration(MemberDeclarationSyntax member) => member is not GlobalStatementSyntax;
}
