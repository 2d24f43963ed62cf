using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using LeakageAnalyzers.Tool.Programs;

namespace LeakageAnalyzers.Tool.Prove.Running;

/// <summary>The assemblies that a program needs beside it.</summary>
internal static class AssemblyClosure
{
    /// <summary>What a program that is compiled against <paramref name="references"/> needs: those that do not come with .NET, and what they need in turn, as far as the tool has it.</summary>
    /// <returns>Absolute paths, one for each file name.</returns>
    public static IReadOnlyList<string> Of(IEnumerable<string> references)
    {
        var found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var waiting = new Queue<string>(references.Where(path => !DotNetHost.Has(path)).Append(Path.Combine(AppContext.BaseDirectory, "references", ReferenceAssemblies.RuntimeName + ".dll")));
        while (waiting.TryDequeue(out var path))
        {
            if (!found.TryAdd(Path.GetFileName(path), path))
            {
                continue;
            }

            foreach (var name in ReferencesOf(path))
            {
                // Newer than those of .NET where a package says so: the host takes the higher version.
                var candidates = new[] { Path.Combine(AppContext.BaseDirectory, "references", name + ".dll"), Path.Combine(AppContext.BaseDirectory, name + ".dll") };
                if (!found.ContainsKey(name + ".dll") && !File.Exists(Path.Combine(DotNetHost.RuntimeFolder, name + ".dll")) && Array.Find(candidates, File.Exists) is { } beside)
                {
                    waiting.Enqueue(beside);
                }
            }
        }

        return [.. found.Values];
    }

    /// <summary>The names of the assemblies that an assembly refers to.</summary>
    public static IReadOnlyList<string> ReferencesOf(string assembly)
    {
        using var file = File.OpenRead(assembly);
        return ReferencesOf(file);
    }

    /// <summary>The same, of an assembly that has not been written.</summary>
    public static IReadOnlyList<string> ReferencesOf(Stream assembly)
    {
        try
        {
            using var image = new PEReader(assembly, PEStreamOptions.LeaveOpen);
            var metadata = image.GetMetadataReader();
            return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
        }
        catch (Exception broken) when (broken is BadImageFormatException or InvalidOperationException)
        {
            return [];
        }
    }
}
