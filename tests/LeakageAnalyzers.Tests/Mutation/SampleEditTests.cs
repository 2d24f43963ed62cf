using LeakageAnalyzers.Tests.Robustness;
using LeakageAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace LeakageAnalyzers.Tests.Mutation;

/// <summary>The correct programs of the samples are silent, and each leak that is put into one is caught.</summary>
public sealed class SampleEditTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "samples", "ValidCode");

    /// <summary>The edits by name.</summary>
    public static TheoryData<string> Edits { get; } = new(SampleEdit.All.Select(edit => edit.ToString()));

    /// <summary>The programs that are edited.</summary>
    public static TheoryData<string> Samples { get; } = new(SampleEdit.All.Select(edit => edit.Sample).Distinct());

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Is_silent_as_it_stands(string sample) => Assert.Empty(await IdsAsync(sample, Text(sample)));

    [Theory]
    [MemberData(nameof(Edits))]
    public async Task The_leak_is_caught(string name)
    {
        var edit = SampleEdit.All.Single(edit => edit.ToString() == name);
        var text = Text(edit.Sample);
        Assert.Contains(edit.Old, text, StringComparison.Ordinal);
        Assert.Contains(edit.Rule, await IdsAsync(edit.Sample, text.Replace(edit.Old, edit.New, StringComparison.Ordinal)));
    }

    private static string Text(string sample) => Read(Path.Combine(Folder, sample + ".cs"));

    private static string Read(string path) => File.ReadAllText(path).ReplaceLineEndings("\n");

    private static async Task<IEnumerable<string>> IdsAsync(string sample, string text)
    {
        var parts = sample.Split('/');
        var others = Directory.GetFiles(Path.Combine(Folder, "Rows")).Append(Path.Combine(Folder, "IValidProgram.cs")).Select(path => (Read(path), Path.GetFileName(path)));
        var findings = await Analysis.OfCompilingAsync([(text, "Program.cs"), .. others, ($"System.Console.WriteLine(new ValidCode.{parts[0]}.{parts[1]}().Score());", "Entry.cs")]);
        return findings.Where(finding => finding.Location.SourceTree?.FilePath == "Program.cs").Select(finding => finding.Id).Where(id => !Remarks.Contains(id));
    }
}
