using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace LeakageAnalyzers.Benchmarks.Cost;

#pragma warning disable RS1012, RS1036, RS1038, RS1041 // These measure in this process; nobody installs them.

/// <summary>Does nothing but bind every body before anything else runs, in the model that all analyzers of a compilation share: what the compiler's host does for whoever looks at operations.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class BindsEveryBody : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [new("BIND", "Binds", "Binds", "Cost", DiagnosticSeverity.Hidden, isEnabledByDefault: true)];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            foreach (var tree in start.Compilation.SyntaxTrees)
            {
#pragma warning disable RS1030 // The model of the compilation is what is to be filled.
                var model = start.Compilation.GetSemanticModel(tree);
#pragma warning restore RS1030
                foreach (var body in tree.GetRoot(start.CancellationToken).DescendantNodes().Where(node => node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or CompilationUnitSyntax or EqualsValueClauseSyntax or ArrowExpressionClauseSyntax))
                {
                    model.GetOperation(body, start.CancellationToken);
                }
            }
        });
    }
}

/// <summary>Does nothing but make the control-flow graphs of bodies that call ML.NET: what no interpreter of them can do without.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class MakesGraphs : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [new("GRAPH", "Graphs", "Graphs", "Cost", DiagnosticSeverity.Hidden, isEnabledByDefault: true)];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationBlockStartAction(start =>
        {
            var callsMlNet = false;
            start.RegisterOperationAction(call => callsMlNet |= ((IInvocationOperation)call.Operation).TargetMethod.ContainingAssembly?.Name.StartsWith("Microsoft.ML", StringComparison.Ordinal) == true, OperationKind.Invocation);
            start.RegisterOperationBlockEndAction(end =>
            {
                if (callsMlNet)
                {
                    foreach (var body in end.OperationBlocks)
                    {
                        end.GetControlFlowGraph(body);
                    }
                }
            });
        });
    }
}
