using LeakageAnalyzers.CodeFixes.Rewriting;
using LeakageAnalyzers.MlNet;
using LeakageAnalyzers.Workflow.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LeakageAnalyzers.CodeFixes.Preprocessing;

/// <summary>
/// Follows rows that steps no longer transform, through variables, parts, parameters and results, to all that is made of them. They lack the columns of the steps, so that nothing but what is trained
/// on them, and gets the steps in front, may read them; and what is so trained takes no other rows any more.
/// </summary>
internal sealed class RawRows
{
    private readonly FindingSites _sites;
    private readonly Dictionary<SyntaxNode, Content> _contents = [];
    private readonly Dictionary<ISymbol, Variable> _variables = new(SymbolEqualityComparer.Default);
    private readonly List<InvocationExpressionSyntax> _transforms = [];

    public RawRows(FindingSites sites) => _sites = sites;

    // What an expression stands for once the steps are moved.
    private enum Content
    {
        // Rows without the columns of the steps, or parts of them.
        Raw,

        // What was trained on them, with the steps in front.
        Model,

        // Rows as such a model transforms them, with all columns that they had.
        Transformed,
    }

    /// <summary>The calls that train on the rows directly, not on what another model makes of them.</summary>
    public List<InvocationExpressionSyntax> Trainings { get; } = [];

    /// <summary>Whether every use of <paramref name="transformed"/>, which <paramref name="rows"/> take the place of, can do without the steps.</summary>
    public bool TryFollow(ExpressionSyntax transformed, ExpressionSyntax rows)
    {
        if (transformed.Parent is not AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax statement, Left: IdentifierNameSyntax target } assignment || !IsSame(target, rows))
        {
            return Follow(transformed, Content.Raw);
        }

        // In place: what stands above reads the rows as they are, as long as every run comes by here.
        return assignment.Right == transformed
            && _sites.Model.GetSymbolInfo(target).Symbol is (ILocalSymbol or IParameterSymbol) and var variable
            && variable.DeclaringSyntaxReferences is [var declaration] && IsInTheSameList(declaration.GetSyntax(), statement)
            && _sites.Root.Mentions(variable, _sites.Model).All(mention => mention.Function() == statement.Function())
            && TryGive(variable, Content.Raw, statement.Span.End, given: 0);
    }

    /// <summary>Whether all that was followed fits together, to be asked at the end.</summary>
    public bool IsConsistent() =>
        Trainings.Count > 0
        && _transforms.TrueForAll(call => Of(call.Receiver()) == Content.Model && Of(call.OnlyArgument()) == Content.Raw)
        && _variables.All(variable => variable.Value.Content == Content.Transformed || WritesOf(variable.Key, variable.Value.From) == variable.Value.Given)
        && _sites.Of(PlaceRole.Trained).Concat(_sites.Of(PlaceRole.CrossValidated))
            .All(call => Trainings.Contains(call) || call.ArgumentList.Arguments.Any(argument => Of(argument.Expression) == Content.Transformed));

    /// <summary>Whether two names are of one variable.</summary>
    public static bool IsSame(ExpressionSyntax target, ExpressionSyntax rows) =>
        target is IdentifierNameSyntax name && rows is IdentifierNameSyntax other && name.Identifier.ValueText == other.Identifier.ValueText;

    private static bool IsInTheSameList(SyntaxNode declaration, StatementSyntax statement) => declaration is ParameterSyntax
        ? statement.Parent is BlockSyntax block && block.Parent == statement.Function()
        : declaration.FirstAncestorOrSelf<StatementSyntax>() is { } declared && declared is not ForEachStatementSyntax && declared.List() == statement.List();

    private Content? Of(ExpressionSyntax? expression) => expression is not null && _contents.TryGetValue(expression, out var content) ? content : null;

    private bool Follow(ExpressionSyntax value, Content content)
    {
        if (_contents.TryGetValue(value, out var known))
        {
            return known == content;
        }

        _contents.Add(value, content);
        return value.Parent switch
        {
            ParenthesizedExpressionSyntax or CastExpressionSyntax or PostfixUnaryExpressionSyntax => Follow((ExpressionSyntax)value.Parent, content),
            MemberAccessExpressionSyntax access => access.Name == value ? Follow(access, content) : TryFollowMember(access, content),
            ElementAccessExpressionSyntax element => Follow(element, content),
            EqualsValueClauseSyntax { Parent: (VariableDeclaratorSyntax or PropertyDeclarationSyntax) and var declaration } => TryGive(_sites.Model.GetDeclaredSymbol(declaration), content),
            AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax } or ArgumentSyntax { Parent: TupleExpressionSyntax } => TryGive(AssignedTo(value), content),
            ForEachStatementSyntax each => TryGive(_sites.Model.GetDeclaredSymbol(each), content),
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } argument => TryFollowArgument(argument, call, content),
            ReturnStatementSyntax or ArrowExpressionClauseSyntax or LambdaExpressionSyntax => TryFollowResult(value.Parent, content),
            ExpressionStatementSyntax => true,
            _ => content == Content.Transformed,
        };
    }

    private bool TryFollowMember(MemberAccessExpressionSyntax access, Content content)
    {
        var name = access.Name.Identifier.ValueText;
        if (access.Parent is InvocationExpressionSyntax call && call.Expression == access)
        {
            if (content == Content.Model && name == Names.Transform)
            {
                _transforms.Add(call);
                return Follow(call, Content.Transformed);
            }

            return TryFollowItems(call, access.Expression, content) ?? content == Content.Transformed;
        }

        return (name, content) switch
        {
            (Names.TrainSet or Names.TestSet, Content.Raw or Content.Transformed) => Follow(access, content),
            (Names.Model, Content.Model) => Follow(access, content),
            (Names.ScoredHoldOutSet, Content.Model) => Follow(access, Content.Transformed),
            (Names.Metrics or Names.Fold, _) => true,
            (Names.Schema, Content.Raw) => access.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax save } && IsSave(save),
            _ => content == Content.Transformed || Catalog.Counts.Contains(name),
        };
    }

    // Folds, or models, one by one; null where it is no query of them.
    private bool? TryFollowItems(InvocationExpressionSyntax call, ExpressionSyntax items, Content content)
    {
        if (_sites.Model.GetSymbolInfo(call).Symbol is not IMethodSymbol { ContainingType: { Name: nameof(Enumerable), ContainingNamespace.Name: nameof(System.Linq) } } query)
        {
            return null;
        }

        var item = ItemOf(_sites.Model.GetTypeInfo(items).Type);
        return call.ArgumentList.Arguments
                .Select(argument => argument.Expression)
                .All(argument => argument is LiteralExpressionSyntax || (argument is LambdaExpressionSyntax && _sites.Model.GetSymbolInfo(argument).Symbol is IMethodSymbol { Parameters: [var parameter, ..] } && TryGive(parameter, content)))
            && (item is null || !(SymbolEqualityComparer.Default.Equals(query.ReturnType, item) || SymbolEqualityComparer.Default.Equals(ItemOf(query.ReturnType), item)) || Follow(call, content));
    }

    private bool TryFollowArgument(ArgumentSyntax argument, InvocationExpressionSyntax call, Content content)
    {
        if (_sites.Model.GetSymbolInfo(call).Symbol is not IMethodSymbol method)
        {
            return false;
        }

        if (method.DeclaringSyntaxReferences.Length > 0)
        {
            return method.DeclaringSyntaxReferences[0].SyntaxTree == _sites.Model.SyntaxTree
                && TryGive((_sites.Model.GetOperation(argument) as IArgumentOperation)?.Parameter, content);
        }

        var isTransform = method.Name == Names.Transform && call.OnlyArgument() == argument.Expression;
        switch (content)
        {
            case Content.Raw when isTransform:
                _transforms.Add(call);
                return Follow(call, Content.Transformed);
            case Content.Raw when method.Name == Catalog.FitMethod || _sites.Of(PlaceRole.CrossValidated).Contains(call):
                Trainings.Add(call);
                return Follow(call, Content.Model);
            case Content.Raw or Content.Transformed when Passes(method) || _sites.Of(PlaceRole.Split).Contains(call):
                return Follow(call, content);
            case Content.Raw:
                return IsOfRuntime(method) && _sites.Of(PlaceRole.Tested).Contains(call);
            case Content.Model:
                return IsSave(call) || IsOfRuntime(method) || (method.Name == Names.CreatePredictionEngine && IsLoaded(method.TypeArguments[0]));
            default:
                return !isTransform || Follow(call, Content.Transformed);
        }
    }

    private bool TryFollowResult(SyntaxNode result, Content content)
    {
        switch (result as LambdaExpressionSyntax ?? (result is ArrowExpressionClauseSyntax ? result.Parent : result.Function()))
        {
            case LambdaExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var items, Name.Identifier.ValueText: var name } } call } }
                when Of(items) is not null:
                return name == nameof(Enumerable.Select) ? Follow(call, content) : content == Content.Transformed;
            case (MethodDeclarationSyntax or LocalFunctionStatementSyntax or PropertyDeclarationSyntax) and var function:
                return TryGive(_sites.Model.GetDeclaredSymbol(function), content);
            default:
                return content == Content.Transformed;
        }
    }

    private bool TryGive(ISymbol? variable, Content content, int from = 0, int given = 1)
    {
        if (variable is null or IDiscardSymbol)
        {
            return variable is not null || content == Content.Transformed;
        }

        if (_variables.TryGetValue(variable, out var known))
        {
            _variables[variable] = known with { Given = known.Given + 1 };
            return known.Content == content;
        }

        _variables.Add(variable, new Variable(content, from, given));
        return (content == Content.Transformed || !_sites.IsMentionedElsewhere(variable is IParameterSymbol { ContainingSymbol: IMethodSymbol method } ? method : variable))
            && _sites.Root.Mentions(variable, _sites.Model).Where(mention => mention.SpanStart >= from && !mention.IsWritten()).ToList().TrueForAll(mention => variable is IMethodSymbol
                ? mention.CallOf() is { } call && Follow(call, content)
                : Follow(mention, content));
    }

    // How often something is written into a variable, given to a parameter or returned by a method.
    private int WritesOf(ISymbol variable, int from) => variable switch
    {
        IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } } => 1,
        IParameterSymbol { ContainingSymbol: IMethodSymbol method } when from == 0 => _sites.Root.Mentions(method, _sites.Model).Count() + _sites.Writes(variable).Count(),
        IMethodSymbol { DeclaringSyntaxReferences: [var declaration] } => ResultsOf(declaration.GetSyntax()),
        _ => _sites.Writes(variable).Count(write => write.SpanStart >= from),
    };

    private static int ResultsOf(SyntaxNode function) =>
        function.DescendantNodes().Count(node => node is ReturnStatementSyntax && node.Function() == function)
        + (function is MethodDeclarationSyntax { ExpressionBody: not null } or LocalFunctionStatementSyntax { ExpressionBody: not null } ? 1 : 0);

    // The variable that gets the value, by itself or as one of several.
    private ISymbol? AssignedTo(ExpressionSyntax value) => value.Parent switch
    {
        AssignmentExpressionSyntax assignment when assignment.Right == value => _sites.Model.GetSymbolInfo(assignment.Left).Symbol,
        ArgumentSyntax { Parent: TupleExpressionSyntax { Parent: AssignmentExpressionSyntax { Left: var target } } tuple } argument => (target, tuple.Arguments.IndexOf(argument)) switch
        {
            (DeclarationExpressionSyntax { Designation: ParenthesizedVariableDesignationSyntax { Variables: var variables } }, var i) => variables[i] is SingleVariableDesignationSyntax variable ? _sites.Model.GetDeclaredSymbol(variable) : null,
            (TupleExpressionSyntax { Arguments: var targets }, var i) => _sites.Model.GetSymbolInfo(targets[i].Expression).Symbol,
            _ => null,
        },
        _ => null,
    };

    // Cuts rows, or hands them on as they are.
    private static bool Passes(IMethodSymbol method) => MlTypes.IsOfInterest(method.ContainingType)
        && Catalog.Find(method)?.Kind is CallKind.Split or CallKind.SplitIntoFolds or CallKind.SameRows or CallKind.Take or CallKind.Skip or CallKind.Shuffle;

    private bool IsSave(InvocationExpressionSyntax call) => _sites.Model.GetSymbolInfo(call).Symbol is IMethodSymbol method && Catalog.Find(method)?.Kind == CallKind.SaveModel;

    private static bool IsOfRuntime(IMethodSymbol method) => method.ContainingNamespace.ToDisplayString().StartsWith(RuntimeNames.Namespace, StringComparison.Ordinal);

    // Rows of this type are read as they are stored, with the columns that the steps need.
    private bool IsLoaded(ITypeSymbol row) => _sites.Root.DescendantNodes().OfType<InvocationExpressionSyntax>()
        .Any(call => _sites.Model.GetSymbolInfo(call).Symbol is IMethodSymbol { TypeArguments: [var type, ..] } load
            && Catalog.Find(load)?.Kind is CallKind.LoadFile or CallKind.LoadRows or CallKind.CreateLoader
            && SymbolEqualityComparer.Default.Equals(type, row));

    private static ITypeSymbol? ItemOf(ITypeSymbol? items) => items switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { TypeArguments: [var item] } => item,
        _ => null,
    };

    // What a variable holds from a position on, and how often it was given that.
    private sealed record Variable(Content Content, int From, int Given);
}
