using LeakageAnalyzers.Agreement.Tests.Programs;
using LeakageAnalyzers.Package.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LeakageAnalyzers.Agreement.Tests.RepairedFolder;

/// <summary>What <c>dotnet format</c> makes of a folder of twenty leaky programs: in each file but the rows' one, a leak of every rule that has a fix among them.</summary>
public sealed class RepairedFolderTests(PackedPackages packages) : IClassFixture<PackedPackages>
{
    private const string Rows = "Rows.cs";
    private const string Main = "Program.cs";

    // Every rule with a repair. What it repairs of reports is not asked for here.
    private static readonly string[] Repaired =
    [
        "LEAK101", "LEAK102", "LEAK103", "LEAK104", "LEAK201", "LEAK202", "LEAK203", "LEAK204", "LEAK205", "LEAK206", "LEAK207", "LEAK301", "LEAK302", "LEAK401", "LEAK402",
    ];

    private static readonly IReadOnlyDictionary<string, string> Programs = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "RepairedFolder", "Programs"))
        .ToDictionary(file => Path.GetFileName(file), File.ReadAllText);

    [Fact]
    public async Task Twenty_leaky_programs_become_twenty_that_build_and_run_without_a_leak_and_the_guard_agrees()
    {
        var names = Programs.Keys.Where(name => name != Rows).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(20, names.Count);
        using var project = await FreshProject.CreateAsync(packages, Programs[Main], PackedPackages.Analyzer, PackedPackages.Runtime);
        project.Configure("dotnet_diagnostic.LEAK103.severity = warning");
        foreach (var (name, text) in Programs)
        {
            project.Write(name, text);
        }

        var leaks = await project.BuildAsync();
        Assert.Equal(names, leaks.Select(leak => leak.File).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(Repaired, leaks.Select(leak => leak.Id).Distinct().Order(StringComparer.Ordinal));

        await project.DotNetAsync("format", "analyzers", "--no-restore");

        Assert.Empty(await project.BuildAsync());
        var output = await project.DotNetAsync("run", "--no-build", "all");
        Assert.Equal(19, output.Split('\n').Count(line => line.EndsWith(" ran", StringComparison.Ordinal)));
        Assert.StartsWith("Accuracy ", output.TrimEnd().Split('\n')[^1], StringComparison.Ordinal);
        Assert.All(names, name => Assert.Equal(CommentsOf(Programs[name]), CommentsOf(project.Read(name))));
        AssertGuardAgrees([.. Programs.Keys.Select(name => (name, project.Read(name)))], [.. names.Where(name => name != Main).Select(name => Path.GetFileNameWithoutExtension(name))]);
    }

    private static void AssertGuardAgrees(IReadOnlyList<(string Name, string Text)> files, IReadOnlyList<string> studies)
    {
        const string Usings = "global using System; global using System.Collections.Generic; global using System.Linq;";
        var trees = files.Append((Name: "Usings.cs", Text: Usings)).Select(file => CSharpSyntaxTree.ParseText(file.Text, path: file.Name, encoding: System.Text.Encoding.UTF8));
        var executable = ExecutableProgram.Of(CSharpCompilation.Create(
            "Repaired", trees, ProgramReferences.All, new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable)));

        Assert.Empty(executable.Unwatched);
        Assert.All(executable.RunEach(studies).Append(executable.Run()), run =>
        {
            Assert.Null(run.Failure);
            Assert.Empty(run.Findings);
        });
    }

    private static IEnumerable<string> CommentsOf(string program) => CSharpSyntaxTree.ParseText(program).GetRoot().DescendantTrivia()
        .Where(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia))
        .Select(trivia => trivia.ToString());
}
