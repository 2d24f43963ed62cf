using LeakageAnalyzers.Tool.Programs;

namespace LeakageAnalyzers.Tool.Prove.Results;

/// <summary>What one call of <c>leakage prove</c> came to.</summary>
/// <param name="Programs">The programs that leak, in the order of their names.</param>
/// <param name="Problems">What could not be read.</param>
/// <param name="Runs">How many runs were asked for.</param>
internal sealed record ProofRun(IReadOnlyList<ProgramProof> Programs, IReadOnlyList<Problem> Problems, int Runs)
{
    /// <summary>Whether something was not measured that should have been.</summary>
    public bool IsIncomplete => Problems.Any(problem => problem.IsFatal) || Programs.Any(program => program.NotMeasured.Count > 0);
}
