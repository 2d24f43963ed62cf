using LeakageAnalyzers.Interpreter.Flow;
using LeakageAnalyzers.Interpreter.Transfer;
using LeakageAnalyzers.Interpreter.Values;

namespace LeakageAnalyzers.Interpreter.Calls;

/// <summary>Calls into the compilation's own source.</summary>
internal static class SourceCalls
{
    public static AbstractValue? TryFollow(Evaluator evaluator, IInvocationOperation invocation, AbstractValue? instance, Arguments arguments)
    {
        var method = invocation.TargetMethod;
        if (method.MethodKind == MethodKind.DelegateInvoke)
        {
            return instance is FunctionValue function ? Follow(evaluator, invocation, function.Method, arguments, state =>
                evaluator.Engine.Follow(function, evaluator.Activation, evaluator.Site(invocation), state)) : null;
        }

        if (method.IsVirtual || method.IsOverride || method.IsAbstract || method.IsAsync || method.DeclaringSyntaxReferences.IsEmpty)
        {
            return null;
        }

        return Follow(evaluator, invocation, method, arguments, state =>
            evaluator.Engine.Follow(method, evaluator.Activation, evaluator.Site(invocation), state, instance));
    }

    private static AbstractValue? Follow(
        Evaluator evaluator, IInvocationOperation invocation, IMethodSymbol method, Arguments arguments, Func<State, CallResult?> run)
    {
        var state = evaluator.State.WithoutCaptures();
        var parameters = method.OriginalDefinition.Parameters;
        foreach (var (argument, value) in arguments.All)
        {
            if (argument.Parameter is { } parameter && parameter.Ordinal < parameters.Length)
            {
                state.SetLocal(parameters[parameter.Ordinal], value);
            }
        }

        if (run(state) is not { } result)
        {
            return null;
        }

        evaluator.Continue(result);
        foreach (var (argument, _) in arguments.All)
        {
            if (argument.Parameter is { RefKind: RefKind.Out or RefKind.Ref } parameter && result.State.Local(parameters[parameter.Ordinal]) is { } written)
            {
                Assignments.Assign(evaluator, argument.Value, written);
            }
        }

        return result.Value;
    }
}
