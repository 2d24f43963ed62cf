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
    private readonly RawRows _raw;

    public StepMove(FindingSites sites) => (_sites, _raw) = (sites, new RawRows(sites));

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
            return TryPrepend(steps.ToString()) && Trainers().All(trainer => steps.IsTheSameAt(trainer, _sites)) ? _sites.Document.WithSyntaxRoot(Apply(named: null)) : null;
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
            || !TryPrepend(method.CallForSteps.WithoutTrivia().ToString())
            || !Trainers().All(trainer => method.Repeated.All(part => part.IsTheSameAt(trainer, _sites))))
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

    private bool TryReplaceTransform(InvocationExpressionSyntax transform) => TryReplaceRows(transform, transform.OnlyArgument()!);

    private bool TryReplaceRows(InvocationExpressionSyntax transform, ExpressionSyntax given)
    {
        var rows = given.WithoutTrivia();
        if (transform.Parent is AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax statement } assignment && RawRows.IsSame(assignment.Left, given))
        {
            _obsolete.Add(statement);
        }
        else if (transform.Declaration(_sites.Model) is not { } declaration)
        {
            _replacements[transform] = rows;
        }
        else
        {
            // Rows that are named once may be named again; any other expression might mean something else later.
            var mentions = _sites.Root.Mentions(declaration.Local, _sites.Model).ToList();
            if (given is not (IdentifierNameSyntax or MemberAccessExpressionSyntax) || !mentions.TrueForAll(mention => given.IsTheSameAt(mention, _sites)))
            {
                return false;
            }

            _obsolete.Add(declaration.Statement);
            foreach (var mention in mentions)
            {
                _replacements[mention] = rows;
            }
        }

        return _raw.TryFollow(transform, given);
    }

    private bool TryPrepend(string steps)
    {
        foreach (var trainer in Trainers())
        {
            _replacements[trainer] = SyntaxFactory.ParseExpression($"{steps}.{Names.Append}({trainer.WithoutTrivia()})");
        }

        return _raw.IsConsistent() && Trainers().Count() == _raw.Trainings.Count;
    }

    // What is trained on the rows themselves; what another model has transformed has been through the steps.
    private IEnumerable<ExpressionSyntax> Trainers() => _raw.Trainings
        .Select(call => _sites.Of(PlaceRole.CrossValidated).Contains(call) ? call.Argument(_sites.Model, Parameters.Estimator) : call.Receiver())
        .OfType<ExpressionSyntax>();

    private SyntaxNode Apply((StatementSyntax Place, string Declaration)? named, ParameterSyntax? parameter = null)
    {
        var lost = LostComments(named).ToList();
        var root = _sites.Root.TrackNodes(_obsolete.Concat(_replacements.Keys).Concat(parameter is null ? [] : [parameter]).Concat(lost.Select(comments => comments.Key)));
        foreach (var comments in lost)
        {
            root = InnerComments.Raise(root, root.GetCurrentNode(comments.Key)!, comments);
        }

        foreach (var replacement in _replacements)
        {
            if (root.GetCurrentNode(replacement.Key) is { } current)
            {
                root = root.ReplaceNode(current, replacement.Value.WithTriviaFrom(current));
            }
        }

        if (named is var (place, declaration))
        {
            var current = root.GetCurrentNode(place)!;
            root = root.ReplaceNode(current, SyntaxFactory.ParseStatement(declaration).WithTriviaFrom(current));
            _obsolete.Remove(place);
        }

        foreach (var obsolete in _obsolete.Distinct())
        {
            root = root.GetCurrentNode(obsolete) is { } current ? Insertion.Remove(root, current)! : root;
        }

        return parameter is null ? root : CommentedRemoval.Remove(root, root.GetCurrentNode(parameter)!)!;
    }

    // By the statement that they stand in. What lies within other code that goes, goes with that.
    private IEnumerable<IGrouping<SyntaxNode, SyntaxTrivia>> LostComments((StatementSyntax Place, string Declaration)? named)
    {
        var gone = _obsolete.Distinct().ToDictionary(statement => (SyntaxNode)statement, statement => statement == named?.Place ? SyntaxFactory.ParseStatement(named.Value.Declaration) : (SyntaxNode?)null);
        foreach (var replacement in _replacements)
        {
            gone[replacement.Key] = replacement.Value;
        }

        return gone.Where(item => !item.Key.Ancestors().Any(gone.ContainsKey))
            .OrderBy(item => item.Key.SpanStart)
            .SelectMany(item => InnerComments.Lost(item.Key, item.Value), (item, comment) => (Holder: InnerComments.Holder(item.Key), Comment: comment))
            .GroupBy(item => item.Holder, item => item.Comment);
    }

    private StatementSyntax? FirstStatement(InvocationExpressionSyntax fit) =>
        fit.FirstAncestorOrSelf<StatementSyntax>() is { } statement && _obsolete.Contains(statement) ? statement : null;
}
