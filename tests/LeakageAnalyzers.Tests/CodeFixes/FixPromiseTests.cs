using LeakageAnalyzers.CodeFixes.Rewriting;
using LeakageAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LeakageAnalyzers.Tests.CodeFixes;

public sealed class FixPromiseTests
{
    [Fact]
    public async Task A_repair_that_another_document_does_not_compile_with_breaks_its_promise()
    {
        using var workspace = new AdhocWorkspace();
        var project = workspace.AddProject("Program", LanguageNames.CSharp).AddMetadataReferences(MlNetReferences.All);
        project = project.AddDocument("Other.cs", SourceText.From("static partial class Study { static int Twice() => 2 * Once(); }")).Project;
        var before = project.AddDocument("Program.cs", SourceText.From("static partial class Study { static int Once() => 1; }"));
        var after = before.WithText(SourceText.From("static partial class Study { static string Once() => \"\"; }"));

        Assert.Equal("it would not compile", await FixPromise.BreachAsync(before, after, "LEAK102", CancellationToken.None));
        Assert.Equal("the finding would stay", await FixPromise.BreachAsync(before, before, "LEAK102", CancellationToken.None));
    }
}
