using LeakageAnalyzers.CodeFixes.Rewriting;
using LeakageAnalyzers.MlNet;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeakageAnalyzers.CodeFixes.Selection;

/// <summary>The evaluation of the chosen model on the test rows: the one that the program has, else one that is made like those that are chosen by.</summary>
internal sealed class FinalEvaluation
{
    private readonly FindingSites _sites;
    private readonly ILocalSymbol _chosen;
    private readonly ISymbol _split;

    private FinalEvaluation(FindingSites sites, ILocalSymbol chosen, ISymbol split, StatementSyntax after) => (_sites, _chosen, _split, After) = (sites, chosen, split, after);

    /// <summary>What it has to come after.</summary>
    public StatementSyntax After { get; }

    /// <summary>What is put there; empty where the program evaluates the chosen model already.</summary>
    public StatementSyntax[] Added { get; private set; } = [];

    /// <summary>Mentions of rows below the choice that have to go on meaning the test rows, and what does.</summary>
    public Dictionary<SyntaxNode, ExpressionSyntax> Restored { get; } = [];

    /// <summary>The final evaluation; null where it is not plain what is chosen or how the rows reach it.</summary>
    /// <param name="sites">The finding.</param>
    /// <param name="sources">What the choice hangs on.</param>
    /// <param name="split">The local that holds the split.</param>
    /// <param name="body">Where it stands.</param>
    public static FinalEvaluation? Find(FindingSites sites, ChoiceSources sources, ISymbol split, SyntaxNode body)
    {
        // Below all that decides, where the chosen model is still in sight.
        if (sites.Choice?.FirstAncestorOrSelf<StatementSyntax>() is not { } choosing || ChosenModel(sites, choosing) is not { } chosen
            || chosen.DeclaringSyntaxReferences[0].GetSyntax().FirstAncestorOrSelf<StatementSyntax>()?.List() is not { } list
            || choosing.AncestorsAndSelf().OfType<StatementSyntax>().FirstOrDefault(ancestor => ancestor.List() == list) is not { } after)
        {
            return null;
        }

        var final = new FinalEvaluation(sites, chosen, split, after);
        return final.TryFind(sources, body) ? final : null;
    }

    private bool TryFind(ChoiceSources sources, SyntaxNode body)
    {
        // What held the test rows holds the validation rows from now on.
        var held = sources.Symbols.OfType<ILocalSymbol>().Where(local => DirectRows(local) is not null).ToList();
        var later = held.SelectMany(local => body.Mentions(local, _sites.Model)).Where(mention => mention.SpanStart > sources.End && IsTested(mention, isScored: false)).ToList();
        foreach (var mention in later)
        {
            if (Rows(mention) is not { } rows)
            {
                return false;
            }

            Restored.Add(mention, rows);
        }

        if (later.Count > 0 || body.Mentions(_split, _sites.Model).Any(mention => mention.SpanStart > sources.End && IsTestPart(mention.Parent) && IsTested(mention, isScored: false)))
        {
            return true;
        }

        var data = _sites.Call.Argument(_sites.Model, Parameters.Data);
        if ((data?.Initializer(_sites.Model)?.Value ?? data) is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: Names.Transform } } transform
            || transform.OnlyArgument() is not { } scored || Rows(scored) is not { } tested)
        {
            return false;
        }

        Added = Statements(tested, body);
        return true;
    }

    private StatementSyntax[] Statements(ExpressionSyntax rows, SyntaxNode body)
    {
        var name = _sites.Root.FreshName(_sites.Model, After.SpanStart, "testMetrics");

        // A loop that may find none leaves it null.
        var suppression = _chosen.NullableAnnotation == NullableAnnotation.Annotated ? "!" : "";
        var evaluate = _sites.Call.WithArgument(_sites.Model, Parameters.Data, SyntaxFactory.ParseExpression($"{_chosen.Name}{suppression}.{Names.Transform}({rows})")).WithoutTrivia();
        var evaluation = SyntaxFactory.ParseStatement($"var {name} = {evaluate};");
        return Prints(body) && ReadMetric.Of(_sites, _sites.Call, _sites.Model.GetTypeInfo(_sites.Call).Type) is { } metric
            ? [evaluation, Printing.Of(_sites, After, $"$\"{metric} on the test rows: {{{name}.{metric}:0.000}}\"")]
            : [evaluation];
    }

    private bool Prints(SyntaxNode body) => body.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call =>
        _sites.Model.GetSymbolInfo(call).Symbol is { Name: nameof(Console.WriteLine) or nameof(Console.Write), ContainingType: { Name: nameof(Console), ContainingNamespace.Name: nameof(System) } });

    /// <summary>The expression of the rows that <paramref name="expression"/> means before the split is moved, in terms of the split; null where that is not plain.</summary>
    private ExpressionSyntax? Rows(ExpressionSyntax expression)
    {
        if (expression is IdentifierNameSyntax)
        {
            return expression.Initializer(_sites.Model) is var (local, value) && _sites.HasOneMeaning(expression) && DirectRows(local) is not null ? Rows(value) : null;
        }

        if (IsTestPart(expression))
        {
            return expression.WithoutTrivia();
        }

        // Rows that steps transform, which a name stands for.
        return expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: Names.Transform, Expression: var steps } } transform
            && _sites.HasOneMeaning(steps) && transform.OnlyArgument() is { } argument && Rows(argument) is { } rows
                ? transform.ReplaceNode(argument, rows).WithoutTrivia()
                : null;
    }

    /// <summary>What a local is declared with where that reads the test side of the split, itself or by another local; else null.</summary>
    private ExpressionSyntax? DirectRows(ILocalSymbol local, int left = 4) =>
        left > 0 && MlTypes.IsDataView(local.Type) && local.DeclaringSyntaxReferences is [var declaration] && declaration.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: var value }
        && value.DescendantNodesAndSelf().Any(node => IsTestPart(node) || (node is IdentifierNameSyntax name && name.Initializer(_sites.Model) is var (inner, _) && DirectRows(inner, left - 1) is not null))
            ? value
            : null;

    private bool IsTestPart(SyntaxNode? node) =>
        node is MemberAccessExpressionSyntax { Name.Identifier.ValueText: Names.TestSet, Expression: IdentifierNameSyntax split } && SymbolEqualityComparer.Default.Equals(_sites.Model.GetSymbolInfo(split).Symbol, _split);

    /// <summary>Whether the chosen model is evaluated on what <paramref name="rows"/> mention, in place or by a local that holds the rows or their scores.</summary>
    private bool IsTested(SyntaxNode rows, bool isScored)
    {
        if (rows.FirstAncestorOrSelf<StatementSyntax>() is not { } statement)
        {
            return false;
        }

        var isChosen = isScored || statement.Mentions(_chosen, _sites.Model).Any();
        return (isChosen && rows.Ancestors().TakeWhile(ancestor => ancestor != statement).OfType<InvocationExpressionSyntax>().Any(IsEvaluation))
            || (rows.FirstAncestorOrSelf<VariableDeclaratorSyntax>() is { } variable && statement.Contains(variable) && _sites.Model.GetDeclaredSymbol(variable) is ILocalSymbol local && MlTypes.IsDataView(local.Type)
                && statement.List().Mentions(local, _sites.Model).Any(mention => IsTested(mention, isChosen)));
    }

    // A method of the program that is given the model and the test rows may do it.
    private bool IsEvaluation(InvocationExpressionSyntax call) =>
        _sites.Model.GetSymbolInfo(call).Symbol is IMethodSymbol method && (method.Name.StartsWith(Names.Evaluate, StringComparison.Ordinal) || !method.DeclaringSyntaxReferences.IsEmpty);

    private static ILocalSymbol? ChosenModel(FindingSites sites, StatementSyntax choosing)
    {
        var assigned = choosing.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(name => IsWritten(name))
            .Select(name => sites.Model.GetSymbolInfo(name).Symbol)
            .Concat(choosing.DescendantNodes().OfType<VariableDeclaratorSyntax>().Select(declarator => sites.Model.GetDeclaredSymbol(declarator)));
        return assigned.OfType<ILocalSymbol>().FirstOrDefault(local => MlTypes.IsTransformer(local.Type) && local.DeclaringSyntaxReferences.Length == 1);
    }

    private static bool IsWritten(IdentifierNameSyntax name) =>
        (name.Parent is AssignmentExpressionSyntax assignment && assignment.Left == name)
        || (name.Parent is ArgumentSyntax { Parent: TupleExpressionSyntax { Parent: AssignmentExpressionSyntax deconstruction } tuple } && deconstruction.Left == tuple);
}
