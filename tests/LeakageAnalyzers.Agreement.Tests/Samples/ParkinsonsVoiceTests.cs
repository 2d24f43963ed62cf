using LeakageAnalyzers.Agreement.Host;
using LeakageAnalyzers.Runtime;
using ParkinsonsVoice;

namespace LeakageAnalyzers.Agreement.Tests.Samples;

/// <summary>The sample's two programs, read by the analyzer and run under the guard: both have to say the same of the same lines.</summary>
public sealed class ParkinsonsVoiceTests
{
    private static readonly IReadOnlyList<VoiceRecording> Recordings =
        VoiceRecording.Load(Path.Combine(AppContext.BaseDirectory, "data", "parkinsons.csv"));

    [Fact]
    public async Task Analyzer_and_guard_agree_on_the_leaky_program()
    {
        var seen = Seen(Leaky.Score);

        Assert.Equal(["Leaky.cs(16): LEAK102", "Leaky.cs(20): LEAK202"], seen);
        Assert.Equal(seen, (await StaticFindings.OfAsync(Folder)).Where(finding => finding.File == "Leaky.cs").Select(finding => finding.ToString()));
    }

    [Fact]
    public async Task Analyzer_and_guard_agree_that_the_honest_program_is_clean()
    {
        Assert.Empty(Seen(Honest.Score));
        Assert.DoesNotContain(await StaticFindings.OfAsync(Folder), finding => finding.File == "Honest.cs");
    }

    [Fact]
    public void The_leak_inflates_the_score_by_what_the_data_is_known_to_give()
    {
        // facts: a gap of at least .10 on the disease, and of at least .25 where nothing can be learned.
        Assert.True(Inflation(_ => Recordings) >= 0.10);
        Assert.True(Inflation(seed => VoiceRecording.WithRandomLabels(Recordings, seed)) >= 0.25);
    }

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Sources", "ParkinsonsVoice");

    private static double Inflation(Func<int, IReadOnlyList<VoiceRecording>> labelled)
    {
        using var guard = new LeakageGuard();
        return OnPoolThread.Run(() => Enumerable.Range(0, 4).Average(seed => Leaky.Score(labelled(seed), seed, guard) - Honest.Score(labelled(seed), seed, guard)));
    }

    private static List<string> Seen(Func<IReadOnlyList<VoiceRecording>, int, LeakageGuard, double> program)
    {
        using var guard = new LeakageGuard();
        OnPoolThread.Run(() => program(Recordings, 0, guard));
        return [.. guard.Findings().Select(finding => $"{Path.GetFileName(finding.FilePath)}({finding.Line}): {finding.Id}")];
    }
}
