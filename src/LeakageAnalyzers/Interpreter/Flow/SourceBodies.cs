using System.Collections.Concurrent;
using LeakageAnalyzers.MlNet;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeakageAnalyzers.Interpreter.Flow;

/// <summary>The graphs of the compilation's own members, each made once, unless its file was let go of before somebody asks for it again.</summary>
internal sealed class SourceBodies
{
    private readonly Compilation _compilation;
    private readonly ConcurrentDictionary<SyntaxTree, OfFile> _files = new();
    private readonly ConcurrentQueue<SyntaxTree> _done = new();

    public SourceBodies(Compilation compilation) => _compilation = compilation;

    /// <summary>The graph of <paramref name="method"/>; null where its source is not here or does not compile.</summary>
    public ControlFlowGraph? GraphOf(IMethodSymbol method) => method.IsAbstract ? null : Kept(method, static syntax => syntax);

    /// <summary>The graph of what a field or property is initialized with; null where it is not.</summary>
    public ControlFlowGraph? InitializerOf(ISymbol member) => Kept(member, static syntax => syntax switch
    {
        VariableDeclaratorSyntax { Initializer: { } value } => value,
        PropertyDeclarationSyntax { Initializer: { } value } => value,
        _ => null,
    });

    /// <summary>Whether the member that <paramref name="graph"/> is a part of calls ML.NET, be it in a lambda.</summary>
    public bool TouchesMlNet(ControlFlowGraph graph)
    {
        while (graph.Parent is { } around)
        {
            graph = around;
        }

        return FileOf(graph.OriginalOperation.Syntax.SyntaxTree).Touching
            .GetOrAdd(graph, static member => member.OriginalOperation.Descendants().Any(operation => operation is IInvocationOperation call && Catalog.IsWorkflowCall(call.TargetMethod)));
    }

    /// <summary>Keeps the model of <paramref name="tree"/> with the bodies that are bound in it: the compiler drops its own when it is done with a file, and other files call into it.</summary>
    public void Keep(SyntaxTree tree)
    {
        if (!_files.ContainsKey(tree) && _files.Count < Budget.KeptFiles)
        {
            FileOf(tree);
        }
    }

    /// <summary>
    /// Notes that nobody is expected to ask for the bodies of <paramref name="tree"/> again. In a large program those that are done first are let go of: what is bound lives as long as something holds it, and the
    /// collector goes through it each time. Whoever does ask for one has it bound anew.
    /// </summary>
    public void Release(SyntaxTree tree)
    {
        _done.Enqueue(tree);
        if (_done.Count > Budget.DoneFiles && _done.TryDequeue(out var first))
        {
            _files.TryRemove(first, out _);
        }
    }

    /// <summary>The semantic model of <paramref name="tree"/>: the one that the compiler and all analyzers share, unless it has been dropped.</summary>
    public SemanticModel ModelOf(SyntaxTree tree) => FileOf(tree).Model;

    private OfFile FileOf(SyntaxTree tree) =>
#pragma warning disable RS1030 // A followed call needs another body than the one being analysed.
        _files.TryGetValue(tree, out var file) ? file : _files.GetOrAdd(tree, new OfFile(_compilation.GetSemanticModel(tree)));
#pragma warning restore RS1030

    // Of the first part of a symbol that has a body.
    private ControlFlowGraph? Kept(ISymbol symbol, Func<SyntaxNode, SyntaxNode?> bodyOf)
    {
        if (symbol.DeclaringSyntaxReferences is not [var first, ..] parts || !_compilation.ContainsSyntaxTree(first.SyntaxTree))
        {
            return null;
        }

        var graphs = FileOf(first.SyntaxTree).Graphs;
        return graphs.TryGetValue(symbol, out var known) ? known
            : graphs.GetOrAdd(symbol, parts.Select(part => bodyOf(part.GetSyntax()) is { } body ? GraphOf(body) : null).FirstOrDefault(graph => graph is not null));
    }

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

    /// <summary>What is bound of one file.</summary>
    private sealed class OfFile
    {
        private const int Capacity = 7;

        public OfFile(SemanticModel model) => Model = model;

        /// <summary>The model that its bodies are bound in.</summary>
        public SemanticModel Model { get; }

        /// <summary>The graphs of its members; null for those without a body.</summary>
        public ConcurrentDictionary<ISymbol, ControlFlowGraph?> Graphs { get; } = new(concurrencyLevel: 1, Capacity, SymbolEqualityComparer.Default);

        /// <summary>Whether its members call ML.NET, of those that this was asked of.</summary>
        public ConcurrentDictionary<ControlFlowGraph, bool> Touching { get; } = new(concurrencyLevel: 1, Capacity);
    }
}
