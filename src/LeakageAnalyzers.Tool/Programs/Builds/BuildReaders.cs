using Microsoft.CodeAnalysis;

namespace LeakageAnalyzers.Tool.Programs.Builds;

/// <summary>Readers of restored projects, as many as there are processors: MSBuild evaluates one project at a time, each reader has an MSBuild of its own.</summary>
internal sealed class BuildReaders : IDisposable
{
    private readonly SemaphoreSlim _free = new(Environment.ProcessorCount);
    private readonly List<BuildReader> _idle = [];
    private readonly List<BuildReader> _all = [];

    /// <summary>Reads the project at <paramref name="path"/> the way MSBuild builds it.</summary>
    /// <returns>The project, or why it cannot be read.</returns>
    public async Task<(Project? Project, string Reason)> ReadAsync(string path, CancellationToken cancellation)
    {
        await _free.WaitAsync(cancellation);
        var reader = Take(path);
        try
        {
            return await reader.LoadAsync(path, cancellation) is { } reason ? (null, reason) : (reader.Fork(path), "");
        }
        finally
        {
            lock (_idle)
            {
                _idle.Add(reader);
            }

            _free.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var reader in _all)
        {
            reader.Dispose();
        }

        _free.Dispose();
    }

    // One that read the project with another which references it has nothing left to do.
    private BuildReader Take(string path)
    {
        lock (_idle)
        {
            if ((_idle.Find(reader => reader.Has(path)) ?? _idle.LastOrDefault()) is { } idle)
            {
                _idle.Remove(idle);
                return idle;
            }

            var created = new BuildReader();
            _all.Add(created);
            return created;
        }
    }
}
