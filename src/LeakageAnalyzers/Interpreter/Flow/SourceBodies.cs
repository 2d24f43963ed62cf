using System.Collections.Concurrent;

namespace LeakageAnalyzers.Interpreter.Flow;

/// <summary>The graphs of the compilation's own methods, each made once per compilation.</summary>
internal sealed class SourceBodies
{
    private readonly Compilation _compilation;
    private readonly ConcurrentDictionary<IMethodSymbol, ControlFlowGraph?> _graphs = new(SymbolEqualityComparer.Default);

    public SourceBodies(Compilation compilation) => _compilation = compilation;

    /// <summary>The graph of <paramref name="method"/>; null where its source is not here or does not compile.</summary>
    public ControlFlowGraph? GraphOf(IMethodSymbol method) => _graphs.GetOrAdd(method, Create);

    private ControlFlowGraph? Create(IMethodSymbol method)
    {
        var syntax = method.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax()).FirstOrDefault();
        if (syntax is null || method.IsAbstract || !_compilation.ContainsSyntaxTree(syntax.SyntaxTree))
        {
            return null;
        }

#pragma warning disable RS1030 // A followed call needs another body than the one being analysed; each is bound once per compilation.
        var model = _compilation.GetSemanticModel(syntax.SyntaxTree);
#pragma warning restore RS1030
        return model.GetOperation(syntax) switch
        {
            IMethodBodyOperation body => ControlFlowGraph.Create(body),
            IConstructorBodyOperation body => ControlFlowGraph.Create(body),
            IBlockOperation { Parent: null } body => ControlFlowGraph.Create(body),
            _ => null,
        };
    }
}
