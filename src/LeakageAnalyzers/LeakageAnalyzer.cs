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
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (!MlTypes.AreIn(start.Compilation))
            {
                return;
            }

            var program = new ProgramModel(start.Compilation, _mentions, _observer is null ? _kept : null);
            _observer?.Invoke(program);
            var options = new UserOptions(start.Options.AnalyzerConfigOptionsProvider, TestProjects.Is(start.Compilation), _options);
            start.RegisterOperationBlockStartAction(block => Watch(block, program, options));
            start.RegisterCompilationEndAction(end => ReportMalformed(end, options));
        });
    }

    // Only a body that touches ML.NET is lowered to a graph.
    private static void Watch(OperationBlockStartAnalysisContext block, ProgramModel program, UserOptions options)
    {
        var touchesMlNet = false;
        block.RegisterOperationAction(
            operation => touchesMlNet |= Catalog.IsWorkflowCall(((IInvocationOperation)operation.Operation).TargetMethod),
            OperationKind.Invocation);
        block.RegisterOperationBlockEndAction(end =>
        {
            if (touchesMlNet)
            {
                Analyze(end, program, options);
            }
        });
    }

    private static void Analyze(OperationBlockAnalysisContext context, ProgramModel program, UserOptions options)
    {
        var rules = options.For(context.OperationBlocks[0].Syntax.SyntaxTree);
        var reported = new HashSet<(string Id, Place Place)>();
        foreach (var finding in program.FindingsReaching(context.OwningSymbol, rules, context.CancellationToken))
        {
            if (context.OperationBlocks.Any(block => IsIn(finding, block)) && reported.Add((finding.Rule.Id, finding.Place)))
            {
                context.ReportDiagnostic(Descriptors.ToDiagnostic(finding));
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

    // What a followed call does wrong is reported where its own body is analysed.
    private static bool IsIn(Finding finding, IOperation body) =>
        finding.Place.Handle is Location location && location.SourceTree == body.Syntax.SyntaxTree && PartsOf(body).Any(part => part.Span.Contains(location.SourceSpan));

    // The body of top-level statements is the whole file, with all its types.
    private static IEnumerable<SyntaxNode> PartsOf(IOperation body) =>
        body.Syntax is CompilationUnitSyntax file ? file.Members.OfType<GlobalStatementSyntax>() : [body.Syntax];
}
