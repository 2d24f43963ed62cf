using Microsoft.VisualStudio.SolutionPersistence.Serializer;

namespace LeakageAnalyzers.Tool.Programs.Builds;

/// <summary>The C# projects that a solution lists.</summary>
internal static class SolutionFile
{
    /// <summary>Absolute paths of the project files, in the order of the solution.</summary>
    /// <exception cref="InvalidDataException">It is no solution; the message says why.</exception>
    public static async Task<IReadOnlyList<string>> ProjectsInAsync(string path, CancellationToken cancellation)
    {
        if (SolutionSerializers.GetSerializerByMoniker(path) is not { } serializer)
        {
            throw new InvalidDataException("not a kind of solution that is read");
        }

        try
        {
            var solution = await serializer.OpenAsync(path, cancellation);
            var folder = Path.GetDirectoryName(path)!;
            return [.. solution.SolutionProjects.Select(project => Path.GetFullPath(project.FilePath.Replace('\\', Path.DirectorySeparatorChar), folder))
                .Where(project => project.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase))];
        }
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            throw new InvalidDataException($"no solution: {broken.Message.ReplaceLineEndings(" ")}", broken);
        }
    }
}
