using Microsoft.CodeAnalysis.CSharp;

namespace LeakageAnalyzers.Tests.Mutation;

/// <summary>
/// The samples, clean and leaky, give the same findings when they are written otherwise. The usual run rewrites the correct programs and the leaky ones;
/// <c>LEAKAGE_MUTATIONS=all</c> takes the studies as well.
/// </summary>
public sealed class SampleRewritingTests
{
    // The oldest compiler does not know the C# of all of them.
    private static readonly string[] Studies = Enum.IsDefined((LanguageVersion)1300) ? ["ParkinsonsVoice", "MultiSite", "CostOfLeaks"] : ["ParkinsonsVoice", "MultiSite"];

    /// <summary>The edits. The samples are written with <c>var</c> already.</summary>
    public static TheoryData<string> Edits { get; } = new(NeutralEdits.All.Select(edit => edit.Name).Where(name => name != "var"));

    private static readonly IReadOnlyList<SampleProgram> Leaky = [.. SampleProgram.OfFiles("LeakyPrograms", "People.cs")];

    private static IReadOnlyList<SampleProgram> Programs { get; } =
    [
        SampleProgram.OfProject("ValidCode"), .. Leaky,
        .. Environment.GetEnvironmentVariable("LEAKAGE_MUTATIONS") == "all" ? Studies.Select(SampleProgram.OfProject) : [],
    ];

    private static readonly Lazy<Task<IReadOnlyList<string>[]>> AsTheyStand = new(() => Task.WhenAll(Programs.Select(program => program.FindingsAsync())));

    [Theory]
    [MemberData(nameof(Edits))]
    public async Task Findings_are_the_same(string edit)
    {
        var apply = NeutralEdits.All.Single(known => known.Name == edit).Apply;
        var files = 0;
        foreach (var (program, findings) in Programs.Zip(await AsTheyStand.Value))
        {
            var (edited, count) = program.With(apply);
            files += count;
            Assert.Equal(findings, await edited.FindingsAsync());
        }

        Assert.True(files >= 2, $"'{edit}' was possible in {files} files.");
    }

    [Fact]
    public async Task The_correct_programs_are_silent_and_the_leaky_ones_are_not()
    {
        Assert.Empty((await AsTheyStand.Value)[0]);
        Assert.All((await AsTheyStand.Value)[1..(Leaky.Count + 1)], Assert.NotEmpty);
    }
}
