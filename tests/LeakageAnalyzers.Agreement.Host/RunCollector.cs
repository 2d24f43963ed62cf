using System.Reflection;
using LeakageAnalyzers.Runtime;

namespace LeakageAnalyzers.Agreement.Host;

/// <summary>Runs parts of one program, each under a guard of its own, and puts together what the guards say.</summary>
internal sealed class RunCollector(PropertyInfo guard)
{
    private readonly List<GuardedLeak> _findings = [];
    private string? _failure;

    /// <summary>Everything so far.</summary>
    public GuardedRun Result => new(_findings, _failure);

    /// <summary>What the guard says of one part.</summary>
    public static GuardedRun Of(PropertyInfo guard, Func<object?> part)
    {
        var runs = new RunCollector(guard);
        runs.Run(part);
        return runs.Result;
    }

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
            var thrown = (failure as TargetInvocationException)?.InnerException ?? failure;
            _failure ??= $"{thrown.GetType().Name}: {thrown.Message}";
        }

        _findings.AddRange(fresh.Findings().Select(finding => new GuardedLeak(finding.Id, finding.FilePath, finding.Line)));
    }
}
