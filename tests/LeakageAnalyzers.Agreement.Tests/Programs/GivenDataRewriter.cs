using LeakageAnalyzers.Agreement.Host.Data;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace LeakageAnalyzers.Agreement.Tests.Programs;

/// <summary>Gives a program its data: files that it loads are those of <see cref="Given"/>, and an empty list of rows that nothing is added to is filled. Trees and passes are few: what is compared is who reads which rows, not how well.</summary>
internal sealed class GivenDataRewriter(IReadOnlySet<string> ownTypes, string program) : CSharpSyntaxRewriter
{
    private int _lists;

    /// <summary>Where what supplies data is.</summary>
    public static string Namespace => typeof(Given).Namespace!;

    /// <inheritdoc/>
    public override SyntaxNode? VisitGenericName(GenericNameSyntax node) => Supply(node, node.Identifier) is { } given ? node.WithIdentifier(given) : base.VisitGenericName(node);

    /// <inheritdoc/>
    public override SyntaxNode? VisitIdentifierName(IdentifierNameSyntax node) => Supply(node, node.Identifier) is { } given ? node.WithIdentifier(given) : base.VisitIdentifierName(node);

    /// <inheritdoc/>
    public override SyntaxNode? VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        // Rows that are read from a text are those of the text's name.
        if (node is { Expression: MemberAccessExpressionSyntax { Name: GenericNameSyntax { Identifier.ValueText: "Deserialize", TypeArgumentList.Arguments: [GenericNameSyntax { Identifier.ValueText: "List", TypeArgumentList: var read }] } } })
        {
            return Rows(read, (int)Given.StableHash(node.ArgumentList.ToString())).WithTriviaFrom(node);
        }

        var visited = (InvocationExpressionSyntax)base.VisitInvocationExpression(node)!;
        var rounds = (node.Expression as MemberAccessExpressionSyntax)?.Name.Identifier.ValueText switch
        {
            "FastTree" or "FastForest" => "numberOfTrees",
            "LightGbm" or "Gam" => "numberOfIterations",
            "SdcaLogisticRegression" or "SdcaNonCalibrated" or "SdcaMaximumEntropy" or "Sdca" => "maximumNumberOfIterations",
            _ => null,
        };
        var isSet = rounds is null || node.ArgumentList.Arguments.Any(argument => argument.NameColon?.Name.Identifier.ValueText == rounds || argument.Expression is ObjectCreationExpressionSyntax);
        return isSet ? visited : visited.AddArgumentListArguments(Argument(NameColon(rounds!), default, LiteralExpression(SyntaxKind.NumericLiteralExpression, Literal(2))));
    }

    /// <inheritdoc/>
    public override SyntaxNode? VisitObjectCreationExpression(ObjectCreationExpressionSyntax node)
    {
        var isEmptyList = node is { ArgumentList.Arguments.Count: 0, Initializer: null, Type: GenericNameSyntax { Identifier.ValueText: "List", TypeArgumentList.Arguments: [IdentifierNameSyntax row] } }
            && ownTypes.Contains(row.Identifier.ValueText) && !IsFilled(node);
        if (!isEmptyList)
        {
            return base.VisitObjectCreationExpression(node);
        }

        return Rows(((GenericNameSyntax)node.Type).TypeArgumentList, ++_lists).WithTriviaFrom(node);
    }

    /// <inheritdoc/>
    public override SyntaxNode? VisitLiteralExpression(LiteralExpressionSyntax node)
    {
        // Programs run side by side in one folder: each has model files of its own.
        var isModel = node.Token.Value is string name && name.EndsWith(".zip", StringComparison.Ordinal);
        return isModel ? node.WithToken(Literal(FormattableString.Invariant($"{Given.StableHash(program)}-{Path.GetFileName(node.Token.ValueText)}")).WithTriviaFrom(node.Token)) : base.VisitLiteralExpression(node);
    }

    private static InvocationExpressionSyntax Rows(TypeArgumentListSyntax rowType, int seed) => InvocationExpression(
        MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, ParseExpression($"global::{Namespace}.{nameof(Given)}"), GenericName(Identifier(nameof(Given.Rows)), rowType)),
        ArgumentList(SingletonSeparatedList(Argument(LiteralExpression(SyntaxKind.NumericLiteralExpression, Literal(seed))))));

    private static SyntaxToken? Supply(SimpleNameSyntax node, SyntaxToken name)
    {
        var given = name.ValueText switch
        {
            "LoadFromTextFile" => nameof(Given.LoadFromGivenTextFile),
            "CreateTextLoader" when node is not GenericNameSyntax => nameof(Given.CreateGivenTextLoader),
            _ => null,
        };
        return given is null ? null : Identifier(given).WithTriviaFrom(name);
    }

    private bool IsFilled(ObjectCreationExpressionSyntax node) =>
        node.Parent?.Parent is VariableDeclaratorSyntax variable && program.Contains(variable.Identifier.ValueText + ".Add", StringComparison.Ordinal);
}
