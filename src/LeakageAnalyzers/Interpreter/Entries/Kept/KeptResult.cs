namespace LeakageAnalyzers.Interpreter.Entries.Kept;

/// <summary>What the runs of one type showed, and all that they depend on beside what the compilation declares. It holds nothing of the compilation but syntax.</summary>
/// <param name="Read">The bodies that were read.</param>
/// <param name="Uncalled">Of each method of the type, whether nobody called it; null where that was not asked.</param>
/// <param name="Ran">The members that ran to their end.</param>
/// <param name="Traces">What happened.</param>
internal sealed record KeptResult(ImmutableArray<BodyRead> Read, ImmutableArray<bool?> Uncalled, HashSet<MemberRan> Ran, EntryTraces Traces)
{
    /// <summary>Whether the methods of <paramref name="type"/> are called as they were.</summary>
    public bool HoldsFor(INamedTypeSymbol type, Func<IMethodSymbol, bool> isUncalled)
    {
        var methods = TypeEntry.MethodsOf(type).ToList();
        return methods.Count == Uncalled.Length && methods.Zip(Uncalled, (method, was) => was is null || isUncalled(method) == was).All(isSame => isSame);
    }
}

/// <summary>A body that was read.</summary>
/// <param name="Path">Where it stands.</param>
/// <param name="Syntax">The member, or the top-level statements.</param>
internal sealed record BodyRead(MemberPath Path, IReadOnlyList<SyntaxNode> Syntax);

/// <summary>A member that ran.</summary>
/// <param name="Path">Where it stands.</param>
/// <param name="Kind">Which of the methods there.</param>
internal sealed record MemberRan(MemberPath Path, MethodKind Kind);
