namespace LeakageAnalyzers.Runtime.Guard;

/// <summary>Turns every guard of the process into a pass-through, so that watched code can go to production as it is.</summary>
internal static class GuardSwitch
{
    /// <summary>The environment variable.</summary>
    public const string Variable = "LEAKAGE_GUARD";

    /// <summary>Whether guards watch.</summary>
    public static bool IsOn => !IsOff(Environment.GetEnvironmentVariable(Variable));

    /// <summary>Whether <paramref name="value"/> of the variable turns guards off.</summary>
    public static bool IsOff(string? value) => string.Equals(value?.Trim(), "off", StringComparison.OrdinalIgnoreCase);
}
