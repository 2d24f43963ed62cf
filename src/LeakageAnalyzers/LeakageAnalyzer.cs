using LeakageAnalyzers.Interpreter.Entries;
using LeakageAnalyzers.Interpreter.Entries.Kept;
using LeakageAnalyzers.MlNet;
using LeakageAnalyzers.Options;
using LeakageAnalyzers.Workflow.Rules;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LeakageAnalyzers;

/// <summary>Finds data leakage in ML.NET programs: interprets each body that touches ML.NET and asks the rules about its trace.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LeakageAnalyzer : DiagnosticAnalyzer
{
    // An editor asks one analyzer about every version of a program.
    private readonly KnownMentions _mentions = new();
    private readonly KeptResults _kept = new();
    private readonly KnownOptions _options = new();
    private readonly Action<ProgramModel>? _observer;

    /// <summary>The analyzer as a compiler makes it.</summary>
    public LeakageAnalyzer()
    {
    }

    /// <summary>An analyzer that shows <paramref name="observer"/> the program it is about to interpret, for whoever wants to see the workflows too.</summary>
    internal LeakageAnalyzer(Action<ProgramModel> observer) => _observer = observer;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = Descriptors.All.ToImmutableArray();

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();

        // Generated code is not analyzed. What is found lies in bodies that are, so that the compiler need not look through their files for attributes of generated code once more.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(start =>
        {
            if (!MlTypes.AreIn(start.Compilation))
            {
                return;
            }

            var program = new ProgramModel(start.Compilation, _mentions, _observer is null ? _kept : null);
            _observer?.Invoke(program);
            var options = new UserOptions(start.Options.AnalyzerConfigOptionsProvider, TestProjects.Is(start.Compilation), _options);
            var bodies = new WatchedBodies();
            start.RegisterOperationBlockStartAction(block => Watch(block, bodies, program, options));
            start.RegisterSemanticModelAction(file =>
            {
                var waiting = bodies.AtEndOf(file.SemanticModel.SyntaxTree);
                foreach (var body in waiting.Where(body => file.FilterSpan is not { } asked || body.Touches(asked)))
                {
                    Analyze(body, program, options, file.ReportDiagnostic, file.CancellationToken);
                }

                if (file.FilterSpan is null && !waiting.IsEmpty)
                {
                    program.Release(file.SemanticModel.SyntaxTree, waiting.Select(body => body.Owner), file.CancellationToken);
                }
            });
            start.RegisterCompilationEndAction(end => ReportMalformed(end, options));
        });
    }

    // Only a body that touches ML.NET is lowered to a graph.
    private static void Watch(OperationBlockStartAnalysisContext block, WatchedBodies bodies, ProgramModel program, UserOptions options)
    {
        var touchesMlNet = false;
        block.RegisterOperationAction(
            operation => touchesMlNet |= Catalog.IsWorkflowCall(((IInvocationOperation)operation.Operation).TargetMethod),
            OperationKind.Invocation);
        block.RegisterOperationBlockEndAction(end =>
        {
            var file = end.OperationBlocks[0].Syntax.SyntaxTree;
            program.Bodies.Keep(file);
            if (!touchesMlNet)
            {
                return;
            }

            var body = new WatchedBody(file, end.OwningSymbol, PartsOf(end.OperationBlocks));
            if (!bodies.Wait(body))
            {
                Analyze(body, program, options, end.ReportDiagnostic, end.CancellationToken);
            }
        });
    }

    // What a followed call does wrong is reported where its own body is analysed.
    private static void Analyze(WatchedBody body, ProgramModel program, UserOptions options, Action<Diagnostic> report, CancellationToken cancellation)
    {
        var rules = options.For(body.File);
        var reported = new HashSet<(string Id, Place Place)>();
        foreach (var finding in program.FindingsReaching(body.Owner, rules, cancellation))
        {
            if (body.Holds(finding.Place) && reported.Add((finding.Rule.Id, finding.Place)))
            {
                report(Descriptors.ToDiagnostic(finding));
            }
        }
    }

    // An option has no place in source, so it is reported once for all files.
    private static void ReportMalformed(CompilationAnalysisContext context, UserOptions options)
    {
        foreach (var malformed in options.Malformed(context.Compilation.SyntaxTrees))
        {
            context.ReportDiagnostic(malformed);
        }
    }

    // The body of top-level statements is the whole file, with all its types.
    private static ImmutableArray<SyntaxNode> PartsOf(ImmutableArray<IOperation> blocks) =>
        blocks.SelectMany(block => block.Syntax is CompilationUnitSyntax file ? file.Members.OfType<GlobalStatementSyntax>() : (IEnumerable<SyntaxNode>)[block.Syntax]).ToImmutableArray();
}
