using System.Collections.Concurrent;

namespace LeakageAnalyzers.Interpreter.Entries.Kept;

/// <summary>What an analyzer found in earlier compilations: while somebody types in one body, what others do stays true. A compilation that declares something else begins anew.</summary>
internal sealed class KeptResults
{
    private readonly ConcurrentDictionary<string, KeptProgram> _programs = new(StringComparer.Ordinal);

    /// <summary>What is still known of <paramref name="compilation"/>.</summary>
    public KeptProgram Of(Compilation compilation)
    {
        var name = compilation.AssemblyName ?? "";
        return _programs[name] = _programs.TryGetValue(name, out var before) && before.Declarations.AreThoseOf(compilation) ? new KeptProgram(compilation, before) : new KeptProgram(compilation, null);
    }
}
