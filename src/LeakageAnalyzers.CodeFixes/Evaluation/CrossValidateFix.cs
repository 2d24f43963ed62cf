using System.Collections.Immutable;
using System.Composition;
using LeakageAnalyzers.CodeFixes.Rewriting;
using LeakageAnalyzers.MlNet;
using LeakageAnalyzers.Workflow.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeakageAnalyzers.CodeFixes.Evaluation;

/// <summary>
/// LEAK506: cross-validates the pipeline below the evaluation and prints the score of each fold, by whole groups where the rows show a group, and seeds a context that has no seed, so that the
/// next run prints the same. Groups are cut by the runtime library where that is referenced, else by ML.NET's sampling key.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CrossValidateFix)), Shared]
public sealed class CrossValidateFix : LeakageCodeFix
{
    /// <inheritdoc/>
    protected override ImmutableArray<string> RuleIds => ImmutableArray.Create("LEAK506");

    /// <inheritdoc/>
    protected override string Title => "Cross-validate too";

    internal override Task<Document?> TryRewriteAsync(FindingSites sites, CancellationToken cancellation) => Task.FromResult(TryRewrite(sites));

    private static Document? TryRewrite(FindingSites sites)
    {
        // Only where the rows and the pipeline have names that mean one thing is it plain what to repeat.
        if (sites.Call.Argument(sites.Model, Parameters.Data) is not { } data || !sites.HasOneMeaning(data)
            || sites.Of(PlaceRole.Trained) is not [var fit] || fit.Receiver() is not { } pipeline || !sites.HasOneMeaning(pipeline) || !IsTrainPart(sites, fit.OnlyArgument())
            || sites.Of(PlaceRole.Tested) is not [var evaluation]
            || evaluation.Expression is not MemberAccessExpressionSyntax method
            || ValidationOf(method.Name.Identifier.ValueText) is not { } validation
            || evaluation.FirstAncestorOrSelf<StatementSyntax>() is not { } statement
            || Metric(sites, evaluation, validation) is not { } metric)
        {
            return null;
        }

        var folds = sites.Root.FreshName(sites.Model, statement.SpanStart, "folds");
        var fold = sites.Root.FreshName(sites.Model, statement.SpanStart, "fold");
        var byRuntime = sites.Column is not null && sites.Model.Find(RuntimeNames.CrossValidationExtensions) is not null;
        var name = !byRuntime ? validation : validation == Names.CrossValidate ? RuntimeNames.GroupCrossValidate : RuntimeNames.GroupCrossValidateNonCalibrated;
        var group = sites.Column is null ? "" : (byRuntime ? ", " : $", {Parameters.SamplingKeyColumnName}: ") + GroupOf(sites, sites.Column);
        var label = evaluation.NamedArgument(sites.Model, Parameters.LabelColumnName);
        var validate = SyntaxFactory.ParseStatement($"var {folds} = {method.Expression.WithoutTrivia()}.{name}({data}, {pipeline}{group}{label});");
        var print = Printing.Of(sites, statement, $"\"{metric} fold by fold: \" + string.Join(\", \", {folds}.Select({fold} => $\"{{{fold}.{Names.Metrics}.{metric}:0.000}}\"))");

        var seeded = UnseededContext(sites);
        var root = sites.Root.TrackNodes(seeded is null ? [statement] : [statement, (SyntaxNode)seeded]);
        root = Insertion.After(root, root.GetCurrentNode(statement)!, validate, print);
        root = seeded is null ? root : root.ReplaceNode(root.GetCurrentNode(seeded)!, Seeded(seeded));
        root = UsingDirectives.Add(root, "System.Linq", sites.Model);
        return sites.Document.WithSyntaxRoot(byRuntime ? UsingDirectives.Add(root, RuntimeNames.Namespace, sites.Model) : root);
    }

    /// <summary>The group as the split names it, else as the row class does.</summary>
    private static string GroupOf(FindingSites sites, string column) =>
        (sites.Call.Argument(sites.Model, Parameters.SamplingKeyColumnName) ?? sites.Call.Argument(sites.Model, RuntimeNames.GroupColumnName) ?? ColumnExpression.Of(column, sites)).ToString();

    /// <summary>The method of ML.NET's catalogs that measures fold by fold what <paramref name="evaluation"/> measures once; null for any other method.</summary>
    private static string? ValidationOf(string evaluation) => evaluation switch
    {
        Names.Evaluate or RuntimeNames.EvaluateWithIntervals => Names.CrossValidate,
        Names.EvaluateNonCalibrated or RuntimeNames.EvaluateNonCalibratedWithIntervals => Names.CrossValidateNonCalibrated,
        _ => null,
    };

    /// <summary>The number that is read of the evaluation, or its headline; null where no fold has it. Each fold is measured by ML.NET's own evaluation.</summary>
    private static string? Metric(FindingSites sites, InvocationExpressionSyntax evaluation, string validation)
    {
        var own = validation.Replace(Names.CrossValidate, Names.Evaluate);
        return ReadMetric.Of(sites, evaluation, evaluation.Receiver() is { } catalog ? sites.Model.GetTypeInfo(catalog).Type?.GetMembers(own).OfType<IMethodSymbol>().FirstOrDefault()?.ReturnType : null);
    }

    /// <summary>Whether <paramref name="rows"/> are the train side of the split as it is: what is done to them before the fit, each fold would have to do as well.</summary>
    private static bool IsTrainPart(FindingSites sites, ExpressionSyntax? rows) =>
        (rows?.Initializer(sites.Model)?.Value ?? rows) is MemberAccessExpressionSyntax { Expression: var split, Name.Identifier.ValueText: Names.TrainSet }
        && (split.Initializer(sites.Model)?.Value ?? split) == sites.Call;

    /// <summary>The creation of the context that splits, where it stands in this document and gives no seed.</summary>
    private static BaseObjectCreationExpressionSyntax? UnseededContext(FindingSites sites) =>
        sites.Call.Receiver() is MemberAccessExpressionSyntax { Expression: var context }
        && sites.Model.GetSymbolInfo(context).Symbol is (ILocalSymbol or IFieldSymbol) and { DeclaringSyntaxReferences: [var declaration] }
        && declaration.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: 0, Initializer: null } creation }
        && sites.Root.Contains(creation)
            ? creation
            : null;

    private static BaseObjectCreationExpressionSyntax Seeded(BaseObjectCreationExpressionSyntax creation) =>
        creation.WithArgumentList(SyntaxFactory.ParseArgumentList($"({Parameters.Seed}: 1)").WithTriviaFrom(creation.ArgumentList!));
}
