namespace LeakageAnalyzers.MlNet;

/// <summary>The interfaces that ML.NET's values implement.</summary>
internal static class MlTypes
{
    private const string AssemblyOfContext = "Microsoft.ML.Data";

    /// <summary>Whether <paramref name="compilation"/> refers to ML.NET.</summary>
    public static bool AreIn(Compilation compilation) => compilation.ReferencedAssemblyNames.Any(assembly => assembly.Name == AssemblyOfContext) || compilation.Declares("Microsoft.ML.MLContext");

    public static bool IsDataView(ITypeSymbol? type) => Is(type, "IDataView");

    public static bool IsEstimator(ITypeSymbol? type) => Is(type, "IEstimator");

    public static bool IsTransformer(ITypeSymbol? type) => Is(type, "ITransformer");

    /// <summary>Whether <paramref name="type"/> is ML.NET's or ours: what makes a body worth interpreting.</summary>
    public static bool IsOfInterest(ITypeSymbol? type)
    {
        var ns = type?.ContainingNamespace;
        while (ns is { ContainingNamespace.IsGlobalNamespace: false, ContainingNamespace.ContainingNamespace.IsGlobalNamespace: false })
        {
            ns = ns.ContainingNamespace;
        }

        return ns is { Name: "ML", ContainingNamespace.Name: "Microsoft" } or { Name: "Runtime", ContainingNamespace.Name: "LeakageAnalyzers" };
    }

    /// <summary>Whether a call of ML.NET or ours throws where it is given null for <paramref name="parameter"/>: rows, also as objects, an estimator or a transformer that it asks for.</summary>
    public static bool RefusesNull(IParameterSymbol parameter) => parameter is { IsOptional: false, ContainingSymbol: IMethodSymbol method, Type: var type } && IsOfInterest(method.ContainingType)
        && (IsDataView(type) || IsEstimator(type) || IsTransformer(type) || (parameter.Name == Parameters.Data && Catalog.Find(method) is { Kind: CallKind.LoadRows }));

    private static bool Is(ITypeSymbol? type, string name) =>
        type is not null && (IsMlNet(type, name) || type.AllInterfaces.Any(implemented => IsMlNet(implemented, name)));

    private static bool IsMlNet(ITypeSymbol type, string name) => type.Name == name && type.ContainingNamespace is { Name: "ML", ContainingNamespace.Name: "Microsoft" };
}
