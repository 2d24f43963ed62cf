using System.Reflection;
using LeakageAnalyzers.Runtime;

namespace LeakageAnalyzers.Agreement.Tests.Programs;

/// <summary>What the guard said of a run.</summary>
/// <param name="Findings">What it found until the end, or until the program failed.</param>
/// <param name="Failure">What the program threw, or null.</param>
internal sealed record GuardedRun(IReadOnlyList<LeakageFinding> Findings, Exception? Failure);

/// <summary>Runs parts of one program, each under a guard of its own, and puts together what the guards say.</summary>
internal sealed class RunCollector(PropertyInfo guard)
{
    private readonly List<LeakageFinding> _findings = [];
    private Exception? _failure;

    /// <summary>Everything so far.</summary>
    public GuardedRun Result => new(_findings, _failure);

    /// <summary>Runs <paramref name="part"/>. What it throws is kept; what was seen before that counts.</summary>
    public void Run(Func<object?> part)
    {
        using var fresh = new LeakageGuard();
        guard.SetValue(null, fresh);
        try
        {
            (part() as Task)?.GetAwaiter().GetResult();
        }
        catch (Exception failure)
        {
            _failure ??= (failure as TargetInvocationException)?.InnerException ?? failure;
        }

        _findings.AddRange(fresh.Findings());
    }
}
