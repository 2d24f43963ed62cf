using System.Collections.Concurrent;
using LeakageAnalyzers.MlNet;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeakageAnalyzers.Interpreter.Flow;

/// <summary>The graphs of the compilation's own members, each made once per compilation.</summary>
internal sealed class SourceBodies
{
    private readonly Compilation _compilation;
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = new();
    private readonly ConcurrentDictionary<ControlFlowGraph, bool> _touching = new();
    private readonly ConcurrentDictionary<ISymbol, ControlFlowGraph?> _graphs = new(SymbolEqualityComparer.Default);

    public SourceBodies(Compilation compilation) => _compilation = compilation;

    /// <summary>The graph of <paramref name="method"/>; null where its source is not here or does not compile.</summary>
    public ControlFlowGraph? GraphOf(IMethodSymbol method) =>
        _graphs.GetOrAdd(method, _ => method.IsAbstract ? null : method.DeclaringSyntaxReferences.Select(reference => GraphOf(reference.GetSyntax())).FirstOrDefault(graph => graph is not null));

    /// <summary>The graph of what a field or property is initialized with; null where it is not.</summary>
    public ControlFlowGraph? InitializerOf(ISymbol member) => _graphs.GetOrAdd(member, _ => member.DeclaringSyntaxReferences
        .Select(reference => reference.GetSyntax() switch
        {
            VariableDeclaratorSyntax { Initializer: { } value } => value,
            PropertyDeclarationSyntax { Initializer: { } value } => value,
            _ => null,
        })
        .Select(value => value is null ? null : GraphOf(value))
        .FirstOrDefault(graph => graph is not null));

    /// <summary>Whether the member that <paramref name="graph"/> is a part of calls ML.NET, be it in a lambda.</summary>
    public bool TouchesMlNet(ControlFlowGraph graph)
    {
        while (graph.Parent is { } around)
        {
            graph = around;
        }

        return _touching.GetOrAdd(graph, member => member.OriginalOperation.Descendants().Any(operation => operation is IInvocationOperation call && Catalog.IsWorkflowCall(call.TargetMethod)));
    }

    /// <summary>Keeps the model of <paramref name="tree"/> with the bodies that are bound in it: the compiler drops its own when it is done with a file, and other files call into it.</summary>
    public void Keep(SyntaxTree tree)
    {
        if (!_models.ContainsKey(tree) && _models.Count < Budget.KeptFiles)
        {
            ModelOf(tree);
        }
    }

    /// <summary>The semantic model of <paramref name="tree"/>: the one that the compiler and all analyzers share, unless it has been dropped.</summary>
    public SemanticModel ModelOf(SyntaxTree tree) =>
#pragma warning disable RS1030 // A followed call needs another body than the one being analysed; each is bound once per compilation.
        _models.GetOrAdd(tree, _ => _compilation.GetSemanticModel(tree));
#pragma warning restore RS1030

    // Roslyn gives up on code that is nested too deeply for the stack that is left.
    private ControlFlowGraph? GraphOf(SyntaxNode syntax)
    {
        try
        {
            return Lowered(syntax);
        }
        catch (InsufficientExecutionStackException)
        {
            return null;
        }
    }

    private ControlFlowGraph? Lowered(SyntaxNode syntax) => !_compilation.ContainsSyntaxTree(syntax.SyntaxTree) ? null : ModelOf(syntax.SyntaxTree).GetOperation(syntax) switch
    {
        IMethodBodyOperation body => ControlFlowGraph.Create(body),
        IConstructorBodyOperation body => ControlFlowGraph.Create(body),
        IBlockOperation { Parent: null } body => ControlFlowGraph.Create(body),
        IFieldInitializerOperation value => ControlFlowGraph.Create(value),
        IPropertyInitializerOperation value => ControlFlowGraph.Create(value),
        _ => null,
    };
}
