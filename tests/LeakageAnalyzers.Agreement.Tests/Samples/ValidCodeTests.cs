using LeakageAnalyzers.Agreement.Tests.Programs;

namespace LeakageAnalyzers.Agreement.Tests.Samples;

/// <summary>Correct programs that look like leaks: neither the analyzer nor the guard may say a word.</summary>
public sealed class ValidCodeTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Sources", "ValidCode");
    private static readonly Lazy<ExecutableProgram> Program = new(() => ExecutableProgram.Of(StaticFindings.Compile(Folder)));

    public static TheoryData<string> Names => new(Directory.GetFiles(Folder, "*.cs", SearchOption.AllDirectories)
        .Where(file => File.ReadAllText(file).Contains(": IValidProgram", StringComparison.Ordinal)).Select(file => Path.GetFileNameWithoutExtension(file)!));

    [Fact]
    public async Task The_analyzer_is_silent()
    {
        Assert.Empty(await StaticFindings.OfAsync(Folder));
        Assert.True(Names.Count >= 18);
    }

    [Fact]
    public void The_guard_sees_every_fit_split_and_evaluation() => Assert.Empty(Program.Value.Unwatched.Select(call => call.ToString()));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_guard_is_silent_on_what_it_saw(string name)
    {
        var run = Program.Value.Run(name);

        Assert.Null(run.Failure);
        Assert.Empty(run.Findings.Select(finding => $"{Path.GetFileName(finding.FilePath)}({finding.Line}): {finding.Id}"));
    }
}
