using System.Collections.Concurrent;

namespace LeakageAnalyzers.Options;

/// <summary>Options by what was written: files that set the same share one reading, so that what was found under it is known for all of them.</summary>
internal sealed class KnownOptions
{
    private readonly ConcurrentDictionary<string, ReadOptions> _byText = new(StringComparer.Ordinal);

    /// <summary>The reading of what is <paramref name="given"/>.</summary>
    public ReadOptions Of(IReadOnlyDictionary<string, string> given) =>
        _byText.GetOrAdd(string.Join("\n", given.Select(option => $"{option.Key}={option.Value}")), _ => ReadOptions.From(given));
}
