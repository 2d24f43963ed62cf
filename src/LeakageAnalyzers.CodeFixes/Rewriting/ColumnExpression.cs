using LeakageAnalyzers.MlNet;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeakageAnalyzers.CodeFixes.Rewriting;

/// <summary>How a fix names a column: by <c>nameof</c> where the row class is at hand, else by its text.</summary>
internal static class ColumnExpression
{
    /// <summary>The expression for <paramref name="column"/>; null where ML.NET would cut it by value instead of keeping it whole (LEAK203).</summary>
    public static ExpressionSyntax? For(string column, FindingSites sites)
    {
        var members = MembersOf(column, sites);
        return members.Exists(IsCutByValue) ? null : Of(column, members, sites);
    }

    /// <summary>The expression for <paramref name="column"/>, whatever ML.NET makes of it.</summary>
    public static ExpressionSyntax Of(string column, FindingSites sites) => Of(column, MembersOf(column, sites), sites);

    private static ExpressionSyntax Of(string column, List<ISymbol> members, FindingSites sites) =>
        members.Count > 0 && members[0].Name == column
            ? SyntaxFactory.ParseExpression($"nameof({members[0].ContainingType.ToMinimalDisplayString(sites.Model, sites.Call.SpanStart)}.{column})")
            : SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(column));

    private static List<ISymbol> MembersOf(string column, FindingSites sites) =>
        RowTypes(sites).Select(type => MemberOf(type, column)).OfType<ISymbol>().ToList();

    /// <summary>The types that ML.NET's generic methods are called with in this document, written or inferred; that of the rows at hand first.</summary>
    private static IEnumerable<ITypeSymbol> RowTypes(FindingSites sites) => LoadOf(sites.Call.Argument(sites.Model, Parameters.Data), sites)
        .Concat(sites.Root.DescendantNodes().OfType<InvocationExpressionSyntax>())
        .Select(call => sites.Model.GetSymbolInfo(call).Symbol)
        .OfType<IMethodSymbol>()
        .Where(method => MlTypes.IsOfInterest(method.ContainingType))
        .SelectMany(method => method.TypeArguments)
        .Distinct<ITypeSymbol>(SymbolEqualityComparer.Default);

    // The calls that rows come through, as far as the names of one body lead.
    private static IEnumerable<InvocationExpressionSyntax> LoadOf(ExpressionSyntax? rows, FindingSites sites)
    {
        while ((rows?.Initializer(sites.Model)?.Value ?? rows) is InvocationExpressionSyntax call)
        {
            yield return call;
            rows = call.ArgumentList.Arguments.Select(argument => argument.Expression).FirstOrDefault(argument => MlTypes.IsDataView(sites.Model.GetTypeInfo(argument).Type));
        }
    }

    private static ISymbol? MemberOf(ITypeSymbol? type, string column) => type?.GetMembers().FirstOrDefault(member =>
        member is IFieldSymbol { IsImplicitlyDeclared: false } or IPropertySymbol && (ColumnNameOf(member) ?? member.Name) == column);

    private static string? ColumnNameOf(ISymbol member) => member.GetAttributes()
        .FirstOrDefault(attribute => attribute.AttributeClass?.Name == Names.ColumnNameAttribute)?.ConstructorArguments.FirstOrDefault().Value as string;

    private static bool IsCutByValue(ISymbol member) =>
        (member is IFieldSymbol field ? field.Type : ((IPropertySymbol)member).Type).SpecialType is SpecialType.System_Single or SpecialType.System_Double
        || member.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == Names.KeyTypeAttribute);
}
