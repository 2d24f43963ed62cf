namespace LeakageAnalyzers.Interpreter.Entries;

/// <summary>Which types of the compilation derive from or implement which, and where a virtual call ends.</summary>
internal sealed class TypeHierarchy
{
    private readonly Lazy<Dictionary<ISymbol, List<INamedTypeSymbol>>> _derived;

    public TypeHierarchy(Compilation compilation) =>
        _derived = new Lazy<Dictionary<ISymbol, List<INamedTypeSymbol>>>(() => CollectDerived(compilation.Assembly.GlobalNamespace));

    /// <summary>The concrete types of the compilation that derive from or implement <paramref name="type"/>.</summary>
    public IEnumerable<INamedTypeSymbol> ConcreteTypesUnder(INamedTypeSymbol type) =>
        _derived.Value.TryGetValue(type.OriginalDefinition, out var derived) ? derived.Where(under => !under.IsAbstract) : [];

    /// <summary><paramref name="member"/> and what it overrides or implements: the names it may be called by.</summary>
    public static IEnumerable<ISymbol> SlotsOf(ISymbol member)
    {
        for (ISymbol? slot = member; slot is not null; slot = OverriddenBy(slot))
        {
            yield return slot.OriginalDefinition;
        }

        // Calls name the part of a partial method that has no body.
        if (member is IMethodSymbol { PartialDefinitionPart: { } declared })
        {
            yield return declared.OriginalDefinition;
        }

        foreach (var implemented in member.ContainingType?.AllInterfaces.SelectMany(type => type.GetMembers(NameInInterface(member))) ?? [])
        {
            if (SymbolEqualityComparer.Default.Equals(member.ContainingType!.FindImplementationForInterfaceMember(implemented)?.OriginalDefinition, member.OriginalDefinition))
            {
                yield return implemented.OriginalDefinition;
            }
        }
    }

    /// <summary>Where a call of <paramref name="method"/> ends on an object of exactly <paramref name="type"/>; null where that is not in source.</summary>
    public static IMethodSymbol? Resolve(IMethodSymbol method, INamedTypeSymbol type)
    {
        if (method.ContainingType.TypeKind == TypeKind.Interface)
        {
            var slot = type.AllInterfaces.FirstOrDefault(candidate => SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition, method.ContainingType.OriginalDefinition))?
                .GetMembers(method.Name).OfType<IMethodSymbol>().FirstOrDefault(candidate => SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition, method.OriginalDefinition));
            return slot is null ? null : type.FindImplementationForInterfaceMember(slot) as IMethodSymbol;
        }

        for (INamedTypeSymbol? holder = type; holder is not null; holder = holder.BaseType)
        {
            foreach (var candidate in holder.GetMembers(method.Name).OfType<IMethodSymbol>())
            {
                if (Overrides(candidate, method))
                {
                    return candidate;
                }
            }
        }

        return null;
    }

    /// <summary>Where a call of <paramref name="method"/> may end in the compilation.</summary>
    public IEnumerable<IMethodSymbol> Targets(IMethodSymbol method) => ConcreteTypesUnder(method.ContainingType)
        .Append(method.ContainingType)
        .Where(type => type.TypeKind != TypeKind.Interface)
        .Select(type => Resolve(method, type))
        .OfType<IMethodSymbol>()
        .Where(target => !target.IsAbstract)
        .Select(target => target.OriginalDefinition)
        .Distinct<IMethodSymbol>(SymbolEqualityComparer.Default);

    private static bool Overrides(IMethodSymbol candidate, IMethodSymbol method)
    {
        for (var slot = candidate; slot is not null; slot = slot.OverriddenMethod)
        {
            if (SymbolEqualityComparer.Default.Equals(slot.OriginalDefinition, method.OriginalDefinition))
            {
                return true;
            }
        }

        return false;
    }

    private static ISymbol? OverriddenBy(ISymbol member) => member switch
    {
        IMethodSymbol method => method.OverriddenMethod,
        IPropertySymbol property => property.OverriddenProperty,
        _ => null,
    };

    /// <summary>The name that calls name <paramref name="member"/> by: an explicit implementation is named after its interface.</summary>
    public static string NameInInterface(ISymbol member) => member.Name.Substring(member.Name.LastIndexOf('.') + 1);

    private static Dictionary<ISymbol, List<INamedTypeSymbol>> CollectDerived(INamespaceSymbol root)
    {
        var derived = new Dictionary<ISymbol, List<INamedTypeSymbol>>(SymbolEqualityComparer.Default);
        foreach (var type in TypesIn(root).Where(type => type.TypeKind is TypeKind.Class or TypeKind.Struct))
        {
            for (var over = type.BaseType; over is { SpecialType: SpecialType.None }; over = over.BaseType)
            {
                Add(over.OriginalDefinition, type);
            }

            foreach (var implemented in type.AllInterfaces)
            {
                Add(implemented.OriginalDefinition, type);
            }
        }

        return derived;

        void Add(INamedTypeSymbol over, INamedTypeSymbol type)
        {
            if (!derived.TryGetValue(over, out var types))
            {
                derived[over] = types = [];
            }

            types.Add(type);
        }
    }

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (member is INamedTypeSymbol type)
            {
                yield return type;
            }

            foreach (var nested in TypesIn(member))
            {
                yield return nested;
            }
        }
    }
}
