using LeakageAnalyzers.MlNet;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LeakageAnalyzers.Tool.Prove.Instrumentation;

/// <summary>A program that reports to a run-time guard what it does with rows, and otherwise does what it did.</summary>
/// <param name="Compilation">The program with every workflow call under the guard.</param>
/// <param name="Unwatched">The workflow calls that could not be put under it.</param>
internal sealed record InstrumentedProgram(CSharpCompilation Compilation, IReadOnlyList<UnwatchedCall> Unwatched);

/// <summary>A workflow call that the guard does not see.</summary>
/// <param name="Location">The call.</param>
/// <param name="Reason">Why it was left as it is.</param>
internal sealed record UnwatchedCall(Location Location, string Reason);

/// <summary>
/// Puts an ordinary ML.NET program under a <c>LeakageGuard</c>: which calls load, split, fit, transform, cross-validate or evaluate is known from the analyzer's table of ML.NET, and
/// each is followed by, or renamed to, a method of a file that is added. No line of the program moves, and types stay as they are.
/// </summary>
internal static class Instrumenter
{
    /// <summary>The program under the guard. It refers to the run-time library; its calls are known by the file names and lines of <paramref name="program"/>.</summary>
    public static InstrumentedProgram Instrument(CSharpCompilation program)
    {
        var options = (CSharpParseOptions?)program.SyntaxTrees.FirstOrDefault()?.Options ?? CSharpParseOptions.Default;
        var rewritten = Rewrite(program);
        return rewritten with
        {
            Compilation = rewritten.Compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(SourceText.From(GuardedCalls.Source, System.Text.Encoding.UTF8), options, GuardedCalls.FileName)),
        };
    }

    /// <summary>The same without the added file, which has to stand in an assembly of its own where several assemblies share a guard.</summary>
    public static InstrumentedProgram Rewrite(CSharpCompilation program)
    {
        var unwatched = new List<UnwatchedCall>();
        var instrumented = program;
        foreach (var tree in program.SyntaxTrees)
        {
            var root = tree.GetRoot();
            var model = program.GetSemanticModel(tree);
            var hasOneContext = root.DescendantNodes().OfType<BaseObjectCreationExpressionSyntax>().Count(created => Catalog.CreationOf(model.GetTypeInfo(created).Type) == CreationMeaning.Context) <= 1;
            var rewriter = new CallRewriter(model, hasOneContext, unwatched);
            var rewritten = rewriter.Visit(root);
            if (rewritten != root)
            {
                // Built from text, so that what runs is what a reader of the rewritten file would see.
                instrumented = instrumented.ReplaceSyntaxTree(
                    tree, CSharpSyntaxTree.ParseText(SourceText.From(rewritten.ToFullString(), System.Text.Encoding.UTF8), (CSharpParseOptions)tree.Options, tree.FilePath));
            }
        }

        return new InstrumentedProgram(instrumented, unwatched);
    }
}
