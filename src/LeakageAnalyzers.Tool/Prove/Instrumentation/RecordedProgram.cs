using System.Text;
using LeakageAnalyzers.Tool.Programs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace LeakageAnalyzers.Tool.Prove.Instrumentation;

/// <summary>One project of a program and what it is compiled to.</summary>
/// <param name="Program">The project.</param>
/// <param name="Compilation">What it is compiled to.</param>
internal sealed record ProgramPart(ReadProgram Program, CSharpCompilation Compilation);

/// <summary>A program that writes down what it measures and otherwise does what it did, under a guard.</summary>
/// <param name="Itself">What to build of the program's own project.</param>
/// <param name="Libraries">What to build of the projects that it references, each after those that it references itself.</param>
/// <param name="Calls">The assembly that all of them call.</param>
/// <param name="Sites">The evaluations, by number: those of the program's own project first.</param>
/// <param name="ReadMetrics">The metrics that are read by name.</param>
internal sealed record RecordedProgram(
    CSharpCompilation Itself, IReadOnlyList<CSharpCompilation> Libraries, CSharpCompilation Calls, IReadOnlyList<EvaluationSite> Sites, IReadOnlySet<string> ReadMetrics)
{
    /// <summary>Instruments a program and its <paramref name="libraries"/>, which stand in the order in which they refer to each other. Calls of a guard of its own are left alone.</summary>
    public static RecordedProgram Of(ProgramPart itself, IReadOnlyList<ProgramPart> libraries)
    {
        ProgramPart[] parts = [itself, .. libraries];
        var alone = new Pass();
        var recorded = parts.Select(part => alone.Record(part.Compilation, tree => part.Program.FileOf(tree) is { } file ? file.PlaceOf : _ => null)).ToList();
        var calls = CallsFor(parts, isGuarded: !alone.HasGuard);
        if (!alone.HasGuard)
        {
            // The guard reads keys and seeds off the calls, so it is put in before seeds are varied; the calls stay the same.
            var guarded = new Pass();
            var both = parts.Select(part => guarded.Record(Under(calls, Instrumenter.Rewrite(part.Compilation).Compilation), _ => _ => null)).ToList();
            recorded = guarded.Sites.Count == alone.Sites.Count ? both : recorded.ConvertAll(compilation => Instrumenter.Rewrite(Under(calls, compilation)).Compilation);
        }
        else
        {
            recorded = recorded.ConvertAll(compilation => Under(calls, compilation));
        }

        // Each refers to the others as they are now.
        var built = new List<CSharpCompilation>();
        foreach (var compilation in recorded.Skip(1).Append(recorded[0]))
        {
            built.Add(Relinked(compilation, built));
        }

        return new RecordedProgram(built[^1], built[..^1], calls, alone.Sites, alone.ReadMetrics);
    }

    private static CSharpCompilation CallsFor(IReadOnlyList<ProgramPart> parts, bool isGuarded)
    {
        string[] sources = isGuarded ? [GuardedCalls.Source, RecordedCalls.Source(isGuarded)] : [RecordedCalls.Source(isGuarded)];
        var references = parts.SelectMany(part => part.Compilation.References.OfType<PortableExecutableReference>())
            .DistinctBy(reference => Path.GetFileName(reference.FilePath ?? reference.Display), StringComparer.OrdinalIgnoreCase);
        return CSharpCompilation.Create(
            RecordedCalls.TypeName,
            sources.Select(source => CSharpSyntaxTree.ParseText(SourceText.From(source, Encoding.UTF8))),
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));
    }

    private static CSharpCompilation Under(CSharpCompilation calls, CSharpCompilation compilation) => compilation.AddReferences(calls.ToMetadataReference());

    private static CSharpCompilation Relinked(CSharpCompilation compilation, List<CSharpCompilation> built)
    {
        foreach (var reference in compilation.References.OfType<CompilationReference>().ToList())
        {
            if (built.Find(library => library.AssemblyName == reference.Compilation.AssemblyName) is { } library)
            {
                compilation = compilation.ReplaceReference(reference, library.ToMetadataReference(reference.Properties.Aliases, reference.Properties.EmbedInteropTypes));
            }
        }

        return compilation;
    }

    // Of all parts: what one reads another may have evaluated.
    private sealed class Pass
    {
        public List<EvaluationSite> Sites { get; } = [];

        public HashSet<string> ReadMetrics { get; } = [];

        public bool HasGuard { get; private set; }

        public CSharpCompilation Record(CSharpCompilation compilation, Func<SyntaxTree, Func<TextSpan, CodePlace?>> placesOf)
        {
            var recorded = compilation;
            foreach (var tree in compilation.SyntaxTrees)
            {
                var root = tree.GetRoot();
                var rewriter = new RecordingRewriter(compilation.GetSemanticModel(tree), placesOf(tree), Sites);
                var rewritten = rewriter.Visit(root);
                ReadMetrics.UnionWith(rewriter.ReadMetrics);
                HasGuard |= rewriter.HasGuard;
                if (rewritten != root)
                {
                    recorded = recorded.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(SourceText.From(rewritten.ToFullString(), Encoding.UTF8), (CSharpParseOptions)tree.Options, tree.FilePath));
                }
            }

            return recorded;
        }
    }
}
