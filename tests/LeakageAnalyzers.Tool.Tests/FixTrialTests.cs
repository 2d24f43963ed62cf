using LeakageAnalyzers.Corpus.Fixes;
using LeakageAnalyzers.Corpus.Programs;
using LeakageAnalyzers.Tool.Programs;

namespace LeakageAnalyzers.Tool.Tests;

/// <summary>What the tool of the corpus says of repairs.</summary>
public sealed class FixTrialTests
{
    [Fact]
    public async Task A_repair_that_is_offered_keeps_what_it_promises()
    {
        var trial = Assert.Single(await TrialsOf(Study.Leaky));

        Assert.Equal(("LEAK102", true, FixOutcome.Kept, "Learn the steps inside the trained pipeline"), (trial.Finding.Rule.Id, trial.Compiles, trial.Outcome, trial.Detail));
    }

    [Fact]
    public async Task A_repair_that_is_not_offered_says_why()
    {
        // What was scaled is printed too, which the raw rows are not.
        var trial = Assert.Single(await TrialsOf(Study.Leaky.Replace("var split", "Console.WriteLine(scaled.Schema.Count);\nvar split", StringComparison.Ordinal)));

        Assert.Equal(FixOutcome.NotOffered, trial.Outcome);
        Assert.NotEmpty(trial.Detail);
    }

    [Fact]
    public async Task An_honest_program_has_nothing_to_repair() => Assert.Empty(await TrialsOf(Study.Honest));

    private static async Task<IReadOnlyList<FixTrial>> TrialsOf(string source)
    {
        using var folder = new TestFolder();
        folder.Write("Program.cs", source);
        return await FixTrial.OfAsync(ReadProgram.From(new CorpusFolder(folder.Path).Programs().Single()), CancellationToken.None);
    }
}
