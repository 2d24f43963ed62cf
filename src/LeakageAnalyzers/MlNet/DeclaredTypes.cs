namespace LeakageAnalyzers.MlNet;

/// <summary>Which types a compilation knows by name.</summary>
internal static class DeclaredTypes
{
    /// <summary>
    /// Whether <paramref name="compilation"/> or an assembly that it references declares the type of that full name. Most often not even its namespace is there, which the compiler looks up once for all assemblies;
    /// it looks for a type in each of them.
    /// </summary>
    public static bool Declares(this Compilation compilation, string type)
    {
        var parts = type.Split('.');
        INamespaceSymbol? space = compilation.GlobalNamespace;
        for (var i = 0; i < parts.Length - 1 && space is not null; i++)
        {
            space = space.GetMembers(parts[i]).OfType<INamespaceSymbol>().FirstOrDefault();
        }

        return space?.GetTypeMembers(parts[parts.Length - 1]).IsEmpty == false;
    }
}
