using LeakageAnalyzers.Tool.Programs;

namespace LeakageAnalyzers.Tool.Analysis;

/// <summary>Says what it costs that packages and files are not at hand.</summary>
internal static class MissingParts
{
    /// <summary>One note for each file that misses something.</summary>
    /// <param name="missing">What is missing.</param>
    /// <param name="errors">How many errors the compiler found.</param>
    /// <param name="figures">What the interpreter knows of the rows.</param>
    public static IEnumerable<Problem> ProblemsOf(IEnumerable<MissingPart> missing, int errors, InterpreterFigures figures)
    {
        var calls = figures.DistinctCalls;
        var unknown = calls.Count(call => !call.IsKnown);
        var cost = (errors, unknown) switch
        {
            (0, _) => "nothing in the code needs them",
            (_, 0) => "costs nothing: the rows of all calls are known",
            _ => $"the rows of {unknown} of {calls.Count} calls are not known",
        };
        return missing.GroupBy(part => part.Path).Select(file =>
            new Problem(file.Key, $"not on this machine: {string.Join(", ", file.Select(part => part.Where.Length > 0 ? $"{part.What} ({part.Where})" : part.What))}; {cost}", IsFatal: false));
    }
}
