using System.Text;
using LeakageAnalyzers.Tool.Programs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace LeakageAnalyzers.Tool.Prove.Instrumentation;

/// <summary>A program that writes down what it measures and otherwise does what it did, under a guard.</summary>
/// <param name="Compilation">What to build.</param>
/// <param name="Sites">Its evaluations, by number.</param>
/// <param name="ReadMetrics">The metrics that it reads by name.</param>
internal sealed record RecordedProgram(CSharpCompilation Compilation, IReadOnlyList<EvaluationSite> Sites, IReadOnlySet<string> ReadMetrics)
{
    /// <summary>Instruments <paramref name="compilation"/>, which is what <paramref name="program"/> is compiled to. Calls of a guard of its own are left alone.</summary>
    public static RecordedProgram Of(ReadProgram program, CSharpCompilation compilation)
    {
        var alone = Recorded(compilation, tree => program.FileOf(tree) is { } file ? file.PlaceOf : _ => null);
        if (alone.HasGuard)
        {
            return With(alone, alone.Compilation, isGuarded: false);
        }

        // The guard reads keys and seeds off the calls, so it is put in before seeds are varied; the calls stay the same.
        var guarded = Recorded(Instrumenter.Instrument(compilation).Compilation, _ => _ => null);
        return With(alone, guarded.Sites.Count == alone.Sites.Count ? guarded.Compilation : Instrumenter.Instrument(alone.Compilation).Compilation, isGuarded: true);
    }

    private static RecordedProgram With(Pass pass, CSharpCompilation compilation, bool isGuarded) => new(
        compilation.AddSyntaxTrees(Parse(RecordedCalls.Source(isGuarded), (CSharpParseOptions)compilation.SyntaxTrees[0].Options, RecordedCalls.FileName)), pass.Sites, pass.ReadMetrics);

    private static Pass Recorded(CSharpCompilation compilation, Func<SyntaxTree, Func<TextSpan, CodePlace?>> placesOf)
    {
        var (recorded, sites, metrics, hasGuard) = (compilation, new List<EvaluationSite>(), new HashSet<string>(), false);
        foreach (var tree in compilation.SyntaxTrees.Where(tree => tree.FilePath != GuardedCalls.FileName))
        {
            var root = tree.GetRoot();
            var rewriter = new RecordingRewriter(compilation.GetSemanticModel(tree), placesOf(tree), sites);
            var rewritten = rewriter.Visit(root);
            metrics.UnionWith(rewriter.ReadMetrics);
            hasGuard |= rewriter.HasGuard;
            if (rewritten != root)
            {
                recorded = recorded.ReplaceSyntaxTree(tree, Parse(rewritten.ToFullString(), (CSharpParseOptions)tree.Options, tree.FilePath));
            }
        }

        return new Pass(recorded, sites, metrics, hasGuard);
    }

    private static SyntaxTree Parse(string text, CSharpParseOptions options, string path) => CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), options, path);

    private sealed record Pass(CSharpCompilation Compilation, IReadOnlyList<EvaluationSite> Sites, IReadOnlySet<string> ReadMetrics, bool HasGuard);
}
