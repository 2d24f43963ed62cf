using LeakageAnalyzers.CodeFixes.Rewriting;
using LeakageAnalyzers.MlNet;
using LeakageAnalyzers.Workflow.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeakageAnalyzers.CodeFixes.Preprocessing;

/// <summary>One application of <see cref="MoveLearnedStepsIntoPipelineFix"/>.</summary>
internal sealed class StepMove
{
    private readonly FindingSites _sites;
    private readonly List<StatementSyntax> _obsolete = [];
    private readonly Dictionary<SyntaxNode, ExpressionSyntax> _replacements = [];

    public StepMove(FindingSites sites) => _sites = sites;

    /// <summary>Moves the steps within the method that fits them, splits and trains.</summary>
    public Document? TryRewrite()
    {
        var fit = _sites.Call;
        if (fit.Receiver() is not { } steps || fit.OnlyArgument() is null || !TryReplaceTransforms(fit))
        {
            return null;
        }

        if (steps is IdentifierNameSyntax)
        {
            return TryPrepend(steps.ToString()) ? _sites.Document.WithSyntaxRoot(Apply(named: null)) : null;
        }

        // Steps without a name get one in place of the statement that goes.
        if (FirstStatement(fit) is not { } statement)
        {
            return null;
        }

        var name = _sites.Root.FreshName(_sites.Model, statement.SpanStart, "preparation");
        return TryPrepend(name) ? _sites.Document.WithSyntaxRoot(Apply((statement, $"var {name} = {steps.WithoutTrivia()};"))) : null;
    }

    /// <summary>Of a method that returns its rows as the steps transform them, makes one that returns the steps; whoever calls it puts them before the trainer.</summary>
    public Document? TryRewriteMethod()
    {
        if (PreparingMethod.Find(_sites) is not { } method
            || !TryReplaceRows(method.Call, method.Rows)
            || !TryPrepend(method.CallForSteps.WithoutTrivia().ToString()))
        {
            return null;
        }

        _replacements[method.Result] = method.Steps.WithoutTrivia();
        _replacements[method.ReturnType] = SyntaxFactory.ParseTypeName(Names.Estimator);
        if (method.Fitted is not null)
        {
            _obsolete.Add(method.Fitted);
        }

        return _sites.Document.WithSyntaxRoot(Apply(named: null, method.Parameter));
    }

    /// <summary>Every <c>fitted.Transform(rows)</c> becomes <c>rows</c>, and a local that only held the result is replaced by them.</summary>
    private bool TryReplaceTransforms(InvocationExpressionSyntax fit)
    {
        var transforms = _sites.Of(PlaceRole.Transformed);
        if (transforms.Any(transform => transform.OnlyArgument() is null))
        {
            return false;
        }

        if (fit.Declaration(_sites.Model) is { } fitted)
        {
            var receivers = transforms.Select(transform => (SyntaxNode?)transform.Receiver()).ToList();
            if (!_sites.Root.Mentions(fitted.Local, _sites.Model).All(receivers.Contains))
            {
                return false;
            }

            _obsolete.Add(fitted.Statement);
        }
        else if (transforms is not [var only] || only.Receiver() != fit)
        {
            return false;
        }

        return transforms.All(TryReplaceTransform);
    }

    private bool TryReplaceTransform(InvocationExpressionSyntax transform) => TryReplaceRows(transform, transform.OnlyArgument()!.WithoutTrivia());

    private bool TryReplaceRows(InvocationExpressionSyntax transform, ExpressionSyntax rows)
    {
        if (transform.Declaration(_sites.Model) is not { } declaration)
        {
            _replacements[transform] = rows;
            return IsUsedAsRows(transform)
                || (AssignedTo(transform) is { } assigned && _sites.Root.Mentions(assigned, _sites.Model).All(mention => IsUsedAsRows(mention) || mention.Parent is AssignmentExpressionSyntax || mention == _sites.Call.OnlyArgument()));
        }

        // Rows that are named once may be named again; any other expression might mean something else later.
        var mentions = _sites.Root.Mentions(declaration.Local, _sites.Model).ToList();
        if (rows is not (IdentifierNameSyntax or MemberAccessExpressionSyntax) || !mentions.TrueForAll(IsUsedAsRows))
        {
            return false;
        }

        _obsolete.Add(declaration.Statement);
        foreach (var mention in mentions)
        {
            _replacements[mention] = rows;
        }

        return true;
    }

    // The variable that gets the rows, by itself or as one of several.
    private ISymbol? AssignedTo(InvocationExpressionSyntax transform) => transform.Parent switch
    {
        AssignmentExpressionSyntax assignment when assignment.Right == transform => _sites.Model.GetSymbolInfo(assignment.Left).Symbol,
        ArgumentSyntax { Parent: TupleExpressionSyntax { Parent: AssignmentExpressionSyntax { Left: var target } } tuple } argument => (target, tuple.Arguments.IndexOf(argument)) switch
        {
            (DeclarationExpressionSyntax { Designation: ParenthesizedVariableDesignationSyntax { Variables: var variables } }, var i) => variables[i] is SingleVariableDesignationSyntax variable ? _sites.Model.GetDeclaredSymbol(variable) : null,
            (TupleExpressionSyntax { Arguments: var targets }, var i) => _sites.Model.GetSymbolInfo(targets[i].Expression).Symbol,
            _ => null,
        },
        _ => null,
    };

    // Raw rows lack the columns that the steps add, so only calls that pass rows on may have them.
    private bool IsUsedAsRows(ExpressionSyntax mention) =>
        mention.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call }
        && (IsNamed(call) || call is { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: Names.Transform } });

    private bool IsNamed(InvocationExpressionSyntax call) => new[] { PlaceRole.Split, PlaceRole.CrossValidated, PlaceRole.Trained, PlaceRole.Tested }
        .Any(role => _sites.Of(role).Contains(call));

    private bool TryPrepend(string steps)
    {
        var trainers = _sites.Of(PlaceRole.Trained).Select(fit => fit.Receiver())
            .Concat(_sites.Of(PlaceRole.CrossValidated).Select(call => call.Argument(_sites.Model, Parameters.Estimator)))
            .ToList();
        foreach (var trainer in trainers.OfType<ExpressionSyntax>())
        {
            _replacements[trainer] = SyntaxFactory.ParseExpression($"{steps}.{Names.Append}({trainer.WithoutTrivia()})");
        }

        return trainers.Count > 0 && !trainers.Contains(null);
    }

    private SyntaxNode Apply((StatementSyntax Place, string Declaration)? named, ParameterSyntax? parameter = null)
    {
        var root = _sites.Root.TrackNodes(_obsolete.Concat(_replacements.Keys).Concat(parameter is null ? [] : [parameter]));
        foreach (var replacement in _replacements)
        {
            if (root.GetCurrentNode(replacement.Key) is { } current)
            {
                root = root.ReplaceNode(current, replacement.Value.WithTriviaFrom(current));
            }
        }

        if (named is var (place, declaration))
        {
            root = root.ReplaceNode(root.GetCurrentNode(place)!, SyntaxFactory.ParseStatement(declaration).WithTriviaFrom(place));
            _obsolete.Remove(place);
        }

        foreach (var obsolete in _obsolete.Distinct())
        {
            root = root.GetCurrentNode(obsolete) is { } current ? Insertion.Remove(root, current)! : root;
        }

        return parameter is null ? root : CommentedRemoval.Remove(root, root.GetCurrentNode(parameter)!)!;
    }

    private StatementSyntax? FirstStatement(InvocationExpressionSyntax fit) =>
        fit.FirstAncestorOrSelf<StatementSyntax>() is { } statement && _obsolete.Contains(statement) ? statement : null;
}
