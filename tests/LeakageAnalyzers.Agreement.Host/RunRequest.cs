namespace LeakageAnalyzers.Agreement.Host;

/// <summary>A program to be run.</summary>
/// <param name="Image">The assembly.</param>
/// <param name="GuardType">The name of its type that has the guard.</param>
/// <param name="GuardProperty">The static property that has it.</param>
/// <param name="Part">What of it is run.</param>
/// <param name="Names">The arguments of its main method, or the names of its types.</param>
internal sealed record RunRequest(byte[] Image, string GuardType, string GuardProperty, RunPart Part, IReadOnlyList<string> Names);

/// <summary>What of a program is run.</summary>
internal enum RunPart
{
    /// <summary>Its main method.</summary>
    Main,

    /// <summary>What others may call of it: the public methods of its types whose arguments can be supplied, each type under a guard of its own.</summary>
    Members,

    /// <summary>The method <c>Run</c> of each named type, each under a guard of its own.</summary>
    Types,
}
