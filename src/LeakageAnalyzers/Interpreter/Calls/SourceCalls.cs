using LeakageAnalyzers.Interpreter.Entries;
using LeakageAnalyzers.Interpreter.Flow;
using LeakageAnalyzers.Interpreter.Transfer;
using LeakageAnalyzers.Interpreter.Values;

namespace LeakageAnalyzers.Interpreter.Calls;

/// <summary>Calls into the compilation's own source.</summary>
internal static class SourceCalls
{
    /// <summary>The value of a call; null where it cannot be followed.</summary>
    public static AbstractValue? TryFollow(Evaluator evaluator, IInvocationOperation invocation, AbstractValue? instance, Arguments arguments)
    {
        var method = invocation.TargetMethod;
        evaluator.Activation.Calling = invocation;
        if (method.MethodKind == MethodKind.DelegateInvoke)
        {
            return instance is FunctionValue function ? TryFollow(evaluator, invocation, function, arguments) : null;
        }

        var targets = TargetsOf(evaluator, method, instance, invocation.IsVirtual);
        if (!targets.TrueForAll(evaluator.Engine.HasBody))
        {
            return null;
        }

        var calls = new List<FollowedCall>(1);
        foreach (var target in targets)
        {
            var state = EntryOf(evaluator, target, arguments);
            calls.Add(new FollowedCall(target, arguments, evaluator.Engine.Follow(target, evaluator.Activation, SiteOf(evaluator, invocation, target, method), state, instance)));
        }

        return Join(evaluator, invocation, calls);
    }

    /// <summary>What <paramref name="function"/> returns, given these arguments by position; null where it cannot be followed.</summary>
    public static AbstractValue? TryInvoke(Evaluator evaluator, IOperation operation, FunctionValue function, params AbstractValue[] arguments) =>
        TryInvoke(evaluator, operation, evaluator.Site(operation), function, arguments);

    /// <summary>The same of one of several invocations at one operation, which <paramref name="site"/> tells apart.</summary>
    public static AbstractValue? TryInvoke(Evaluator evaluator, IOperation operation, string site, FunctionValue function, params AbstractValue[] arguments)
    {
        evaluator.Activation.Calling = operation;
        var state = evaluator.State.WithoutCaptures();
        SetParameters(state, function.Method, arguments);
        var result = evaluator.Engine.Follow(function, evaluator.Activation, site, state);
        return result is null ? null : evaluator.EndWith(result, site) ?? Continue(evaluator, result);
    }

    /// <summary>Runs <paramref name="function"/>, which something that is not followed may call or not: where it throws, the path does not end.</summary>
    public static void Try(Evaluator evaluator, IOperation operation, FunctionValue function)
    {
        evaluator.Activation.Calling = operation;
        var result = evaluator.Engine.Follow(function, evaluator.Activation, evaluator.Site(operation), evaluator.State.WithoutCaptures());
        if (result is { Returns: false })
        {
            evaluator.Tell(result.Events);
            return;
        }

        Continue(evaluator, result);
    }

    /// <summary>The value of a property's accessor, given <paramref name="value"/> where it sets one; null where it has no body.</summary>
    public static AbstractValue? TryFollowAccessor(Evaluator evaluator, IOperation operation, IMethodSymbol accessor, AbstractValue? owner, AbstractValue? value, Arguments? index = null)
    {
        evaluator.Activation.Calling = operation;
        var targets = TargetsOf(evaluator, accessor, owner, isVirtual: accessor.IsVirtual || accessor.IsAbstract || accessor.IsOverride);
        if (!targets.TrueForAll(evaluator.Engine.HasBody))
        {
            return null;
        }

        var calls = new List<FollowedCall>(1);
        foreach (var target in targets)
        {
            var state = evaluator.State.WithoutCaptures();
            if (index is not null)
            {
                SetParameters(state, target, index.Values);
            }

            if (value is not null)
            {
                state.SetLocal(target.Parameters[target.Parameters.Length - 1], value);
            }

            calls.Add(new FollowedCall(target, null, evaluator.Engine.Follow(target, evaluator.Activation, SiteOf(evaluator, operation, target, accessor), state, owner)));
        }

        return Join(evaluator, operation, calls);
    }

    /// <summary>What the program's own <paramref name="definition"/> of an operator or a conversion makes of <paramref name="operands"/>; null where it is not the program's, or cannot be followed.</summary>
    public static AbstractValue? TryFollowOperator(Evaluator evaluator, IOperation operation, IMethodSymbol definition, params AbstractValue[] operands)
    {
        if (definition is not { DeclaringSyntaxReferences.IsEmpty: false, IsAbstract: false } || !evaluator.Engine.HasBody(definition))
        {
            return null;
        }

        var state = evaluator.State.WithoutCaptures();
        SetParameters(state, definition, operands);
        evaluator.Activation.Calling = operation;
        return Join(evaluator, operation, [new FollowedCall(definition, null, evaluator.Engine.Follow(definition, evaluator.Activation, evaluator.Site(operation) + definition.Name, state, null))]);
    }

    /// <summary>The <paramref name="count"/> parts that an object of a class in source takes itself apart into; null where that is not followed.</summary>
    public static AbstractValue? TryDeconstruct(Evaluator evaluator, IOperation operation, AbstractValue value, int count)
    {
        if (value is not ObjectValue { Type: { } type }
            || type.GetMembers("Deconstruct").OfType<IMethodSymbol>().FirstOrDefault(candidate => candidate.Parameters.Length == count)?.OriginalDefinition is not { } method)
        {
            return null;
        }

        // A record's parts are its properties.
        if (method.IsImplicitlyDeclared)
        {
            var parts = method.Parameters.Select(parameter => type.GetMembers(parameter.Name).OfType<IPropertySymbol>().FirstOrDefault()).ToList();
            return parts.Exists(part => part is null) ? null : Collections.Sequence(parts.ConvertAll(part => MemberReferences.Of(evaluator, operation, part!, value)));
        }

        evaluator.Activation.Calling = operation;
        if (evaluator.Engine.Follow(method, evaluator.Activation, evaluator.Site(operation) + method.Name, evaluator.State.WithoutCaptures(), value) is not { } result)
        {
            return null;
        }

        if (evaluator.EndWith(result, operation) is { } ended)
        {
            return ended;
        }

        evaluator.Continue(result);
        return Collections.Sequence(method.Parameters.Select(parameter => result.State.Local(parameter) ?? evaluator.Unknown(operation, "a part that is not known")));
    }

    /// <summary>Runs a constructor, and before it those of the base classes that it does not name.</summary>
    /// <returns>Whether all of them were followed.</returns>
    public static bool Construct(Evaluator evaluator, IOperation operation, IMethodSymbol constructor, ObjectValue obj, Arguments? arguments)
    {
        var isFollowed = true;
        // Members of a type see the parameters of its primary constructor; records have properties of those names.
        foreach (var (name, value) in arguments?.Named ?? [])
        {
            if (IsPrimary(constructor))
            {
                evaluator.State.SetMember(obj.Id, name, value);
            }
        }

        var graph = evaluator.Engine.Bodies.GraphOf(constructor.OriginalDefinition);
        if (graph?.OriginalOperation is not IConstructorBodyOperation { Initializer: not null }
            && constructor.ContainingType.BaseType?.InstanceConstructors.FirstOrDefault(candidate => candidate.Parameters.IsEmpty) is { DeclaringSyntaxReferences.IsEmpty: false } inherited)
        {
            isFollowed = Construct(evaluator, operation, inherited, obj, null);
        }

        if (graph is not null)
        {
            evaluator.Activation.Calling = operation;
            var result = evaluator.Engine.Follow(constructor, evaluator.Activation, evaluator.Site(operation) + constructor.ContainingType.Name, EntryOf(evaluator, constructor, arguments), obj);
            isFollowed &= Join(evaluator, operation, [new FollowedCall(constructor, arguments, result)]) is not null;
        }

        return isFollowed;
    }

    private static AbstractValue? TryFollow(Evaluator evaluator, IInvocationOperation invocation, FunctionValue function, Arguments arguments) =>
        Join(evaluator, invocation, [new FollowedCall(function.Method, arguments, evaluator.Engine.Follow(function, evaluator.Activation, evaluator.Site(invocation), EntryOf(evaluator, function.Method, arguments)))]);

    private static List<IMethodSymbol> TargetsOf(Evaluator evaluator, IMethodSymbol method, AbstractValue? instance, bool isVirtual)
    {
        // The body of a partial method stands in its other part.
        method = method.PartialImplementationPart ?? method;
        if (!isVirtual || !(method.IsVirtual || method.IsOverride || method.IsAbstract))
        {
            return method.DeclaringSyntaxReferences.IsEmpty ? [] : [method];
        }

        if (instance is ObjectValue { Type: { } type })
        {
            return TypeHierarchy.Resolve(method, type) is { DeclaringSyntaxReferences.IsEmpty: false } target ? [target] : [];
        }

        if (method.DeclaringSyntaxReferences.IsEmpty)
        {
            return [];
        }

        var targets = evaluator.Engine.Types.Targets(method).Take(Budget.VirtualTargets + 1).ToList();
        return targets.Count <= Budget.VirtualTargets ? targets : [];
    }

    private static string SiteOf(Evaluator evaluator, IOperation operation, IMethodSymbol target, IMethodSymbol named) =>
        evaluator.Site(operation) + (SymbolEqualityComparer.Default.Equals(target.OriginalDefinition, named.OriginalDefinition) ? "" : target.ContainingType.Name);

    private static bool IsPrimary(IMethodSymbol constructor) =>
        constructor.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax);

    // The state in which a body begins that is given these arguments.
    private static State EntryOf(Evaluator evaluator, IMethodSymbol method, Arguments? arguments)
    {
        var state = evaluator.State.WithoutCaptures();
        if (arguments is not null)
        {
            var parameters = method.OriginalDefinition.Parameters;
            foreach (var (argument, value) in arguments)
            {
                if (argument.Parameter is { } parameter && parameter.Ordinal < parameters.Length)
                {
                    state.SetLocal(parameters[parameter.Ordinal], value);
                }
            }
        }

        return state;
    }

    private static void SetParameters(State state, IMethodSymbol method, IReadOnlyList<AbstractValue> values)
    {
        var parameters = method.OriginalDefinition.Parameters;
        for (var i = 0; i < Math.Min(parameters.Length, values.Count); i++)
        {
            state.SetLocal(parameters[i], values[i]);
        }
    }

    // Where a call may end in several methods, what they agree on holds.
    private static AbstractValue? Join(Evaluator evaluator, IOperation operation, List<FollowedCall> followed)
    {
        if (followed.Count == 0 || followed.Exists(call => call.Result is null))
        {
            return null;
        }

        var joined = followed.Count == 1 ? followed[0].Result! : followed.Select(call => call.Result!).Aggregate((a, b) => CallResult.Join(a, b, evaluator.Site(operation)));
        if (evaluator.EndWith(joined, operation) is { } ended)
        {
            return ended;
        }

        var value = Continue(evaluator, joined);
        if (followed.Count == 1)
        {
            WriteBack(evaluator, followed[0]);
        }

        return value;
    }

    private static AbstractValue? Continue(Evaluator evaluator, CallResult? result)
    {
        if (result is null)
        {
            return null;
        }

        evaluator.Continue(result);
        return result.Value;
    }

    private static void WriteBack(Evaluator evaluator, FollowedCall call)
    {
        if (call.Arguments is null)
        {
            return;
        }

        var parameters = call.Target.OriginalDefinition.Parameters;
        foreach (var (argument, _) in call.Arguments)
        {
            if (argument.Parameter is { RefKind: RefKind.Out or RefKind.Ref } parameter && call.Result!.State.Local(parameters[parameter.Ordinal]) is { } written)
            {
                Assignments.Assign(evaluator, argument.Value, written);
            }
        }
    }

    private sealed record FollowedCall(IMethodSymbol Target, Arguments? Arguments, CallResult? Result);
}
