using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeakageAnalyzers.Interpreter.Entries;

/// <summary>Calls that name nothing of what they call: operators, conversions, deconstructions and collection initializers. Only bound bodies show them, so all bodies are looked through, for whoever asks for such a member.</summary>
internal sealed class UnnamedCalls
{
    private readonly ILookup<ISymbol, ISymbol> _callers;

    /// <param name="trees">The files of the compilation.</param>
    /// <param name="modelOf">The semantic model of a file.</param>
    /// <param name="cancellation">Ends the search.</param>
    public UnnamedCalls(IEnumerable<SyntaxTree> trees, Func<SyntaxTree, SemanticModel> modelOf, CancellationToken cancellation) =>
        _callers = trees.SelectMany(tree => CallsIn(tree, modelOf(tree), cancellation)).ToLookup(call => call.Called, call => call.By, (IEqualityComparer<ISymbol>)SymbolEqualityComparer.Default);

    /// <summary>Whether <paramref name="member"/> can be called without being named.</summary>
    public static bool MayReach(ISymbol member) => member is IMethodSymbol method && (method.MethodKind is MethodKind.UserDefinedOperator or MethodKind.Conversion || method.Name == WellKnownMemberNames.DeconstructMethodName
        || (method.Name == WellKnownMemberNames.CollectionInitializerAddMethodName && method.ContainingType.AllInterfaces.Any(type => type.SpecialType == SpecialType.System_Collections_IEnumerable)));

    /// <summary>The members whose bodies call <paramref name="member"/>.</summary>
    public IEnumerable<ISymbol> CallersOf(ISymbol member) => _callers[member.OriginalDefinition];

    private static IEnumerable<(ISymbol Called, ISymbol By)> CallsIn(SyntaxTree tree, SemanticModel model, CancellationToken cancellation) =>
        from body in tree.GetRoot(cancellation).DescendantNodesAndSelf()
        where body is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or ArrowExpressionClauseSyntax { Parent: BasePropertyDeclarationSyntax } or EqualsValueClauseSyntax { Parent.Parent.Parent: BaseFieldDeclarationSyntax } or CompilationUnitSyntax
        from operation in model.GetOperation(body, cancellation)?.Descendants() ?? []
        from called in CalledBy(operation, model)
        where !called.DeclaringSyntaxReferences.IsEmpty
        let caller = CallIndex.MemberOf(model.GetEnclosingSymbol(operation.Syntax.SpanStart, cancellation))
        where caller is not null
        select ((ISymbol)called.OriginalDefinition, caller);

    private static IEnumerable<IMethodSymbol> CalledBy(IOperation operation, SemanticModel model) => operation switch
    {
        IBinaryOperation { OperatorMethod: { } method } => [method],
        IUnaryOperation { OperatorMethod: { } method } => [method],
        ICompoundAssignmentOperation { OperatorMethod: { } method } => [method],
        IIncrementOrDecrementOperation { OperatorMethod: { } method } => [method],
        IConversionOperation { OperatorMethod: { } method } => [method],
        IInvocationOperation { IsImplicit: true, TargetMethod: var method } => [method],
        IDeconstructionAssignmentOperation { Syntax: AssignmentExpressionSyntax assignment } => MethodsOf(model.GetDeconstructionInfo(assignment)),
        IForEachLoopOperation { Syntax: ForEachVariableStatementSyntax loop } => MethodsOf(model.GetDeconstructionInfo(loop)),
        _ => [],
    };

    private static IEnumerable<IMethodSymbol> MethodsOf(DeconstructionInfo info) => info.Nested.SelectMany(MethodsOf).Concat(info.Method is { } method ? [method] : []);
}
