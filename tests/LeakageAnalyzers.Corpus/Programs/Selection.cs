namespace LeakageAnalyzers.Corpus.Programs;

/// <summary>Which programs of a corpus are of interest, by parts of their names.</summary>
/// <param name="Only">The name holds one of these; none for any name.</param>
/// <param name="Skip">The name holds none of these.</param>
internal sealed record Selection(IReadOnlyList<string> Only, IReadOnlyList<string> Skip)
{
    /// <summary>Whether the program called <paramref name="name"/> is selected.</summary>
    public bool Includes(string name)
    {
        return (Only.Count == 0 || Only.Any(IsPart)) && !Skip.Any(IsPart);

        bool IsPart(string part) => name.Contains(part, StringComparison.OrdinalIgnoreCase);
    }
}
