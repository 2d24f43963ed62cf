using LeakageAnalyzers.Interpreter.Transfer;
using LeakageAnalyzers.Interpreter.Values;

namespace LeakageAnalyzers.Interpreter.Calls;

/// <summary>Static constructors, which run before the first static member of their type is read.</summary>
internal static class StaticCalls
{
    private const string HasRun = "static constructor";

    /// <summary>Runs the static constructor of <paramref name="type"/>, unless it has run; false where there is none to run.</summary>
    public static bool TryConstruct(Evaluator evaluator, INamedTypeSymbol? type)
    {
        if (type?.OriginalDefinition.StaticConstructors.FirstOrDefault() is not { DeclaringSyntaxReferences.IsEmpty: false } constructor
            || MemberReferences.OwnerId(constructor, null) is not { } owner || evaluator.State.Member(owner, HasRun) is not null)
        {
            return false;
        }

        evaluator.State.SetMember(owner, HasRun, ConstantValue.Null);
        if (evaluator.Engine.Follow(constructor, evaluator.Activation, owner, evaluator.State.WithoutCaptures(), null) is not { Returns: true } result)
        {
            return false;
        }

        evaluator.Continue(result);
        return true;
    }
}
