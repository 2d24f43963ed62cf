namespace LeakageAnalyzers.Tool.Programs.Packages;

/// <summary>A NuGet package that a file asks for.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">The version or range asked for; null for any.</param>
internal sealed record PackageRequest(string Id, string? Version)
{
    /// <inheritdoc/>
    public override string ToString() => Version is null ? Id : $"{Id} {Version}";
}
