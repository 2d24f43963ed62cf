using System.Collections.Immutable;
using System.Composition;
using LeakageAnalyzers.CodeFixes.Rewriting;
using LeakageAnalyzers.Workflow.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeakageAnalyzers.CodeFixes.Preprocessing;

/// <summary>
/// LEAK101 to LEAK103: puts the learned steps at the front of every pipeline that is trained on their output, and gives the raw rows to all that used the transformed ones.
/// Offered where the transformed rows and the fitted steps are used for nothing else.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MoveLearnedStepsIntoPipelineFix)), Shared]
public sealed class MoveLearnedStepsIntoPipelineFix : LeakageCodeFix
{
    /// <inheritdoc/>
    protected override ImmutableArray<string> RuleIds => ImmutableArray.Create("LEAK101", "LEAK102", "LEAK103");

    /// <inheritdoc/>
    protected override string Title => "Learn the steps inside the trained pipeline";

    internal override Task<Document?> TryRewriteAsync(FindingSites sites, CancellationToken cancellation) =>
        Task.FromResult(new Move(sites).TryRewrite());

    /// <summary>One application of the repair.</summary>
    private sealed class Move
    {
        private readonly FindingSites _sites;
        private readonly List<StatementSyntax> _obsolete = [];
        private readonly Dictionary<SyntaxNode, ExpressionSyntax> _replacements = [];

        public Move(FindingSites sites) => _sites = sites;

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

        private bool TryReplaceTransform(InvocationExpressionSyntax transform)
        {
            var rows = transform.OnlyArgument()!.WithoutTrivia();
            if (transform.Declaration(_sites.Model) is not { } declaration)
            {
                _replacements[transform] = rows;
                return true;
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

        // Raw rows lack the columns that the steps add, so only calls that pass rows on may have them.
        private bool IsUsedAsRows(IdentifierNameSyntax mention) =>
            mention.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call }
            && (IsNamed(call) || call is { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Transform" } });

        private bool IsNamed(InvocationExpressionSyntax call) => new[] { PlaceRole.Split, PlaceRole.CrossValidated, PlaceRole.Trained, PlaceRole.Tested }
            .Any(role => _sites.Of(role).Contains(call));

        private bool TryPrepend(string steps)
        {
            var trainers = _sites.Of(PlaceRole.Trained).Select(fit => fit.Receiver())
                .Concat(_sites.Of(PlaceRole.CrossValidated).Select(call => call.Argument(_sites.Model, "estimator")))
                .ToList();
            foreach (var trainer in trainers.OfType<ExpressionSyntax>())
            {
                _replacements[trainer] = SyntaxFactory.ParseExpression($"{steps}.Append({trainer.WithoutTrivia()})");
            }

            return trainers.Count > 0 && !trainers.Contains(null);
        }

        private SyntaxNode Apply((StatementSyntax Place, string Declaration)? named)
        {
            var root = _sites.Root.TrackNodes(_obsolete.Concat(_replacements.Keys));
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

            return root;
        }

        private StatementSyntax? FirstStatement(InvocationExpressionSyntax fit) =>
            fit.FirstAncestorOrSelf<StatementSyntax>() is { } statement && _obsolete.Contains(statement) ? statement : null;
    }
}
