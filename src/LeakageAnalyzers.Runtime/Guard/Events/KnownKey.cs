using System.Globalization;
using LeakageAnalyzers.Workflow.Trace;

namespace LeakageAnalyzers.Runtime.Guard.Events;

/// <summary>The sampling key of a cut, as far as its caller tells: no view shows it afterwards.</summary>
internal static class KnownKey
{
    // A cut that names no seed takes that of its context.
    private const string SeedOfContext = "context";

    /// <summary>The key for the rules; where no column is named, there may be one all the same.</summary>
    public static SamplingKey Of(string? column, int? seed, Place place) => column is null ? SamplingKey.Unknown : SamplingKey.By(column) with
    {
        Argument = place,
        Seed = seed?.ToString(CultureInfo.InvariantCulture) ?? SeedOfContext,
    };
}
