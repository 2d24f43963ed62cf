using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeakageAnalyzers.CodeFixes.Rewriting;

/// <summary>Statements that print.</summary>
internal static class Printing
{
    /// <summary>Prints <paramref name="value"/> beside <paramref name="statement"/>.</summary>
    public static StatementSyntax Of(FindingSites sites, StatementSyntax statement, string value)
    {
        var console = sites.Model.LookupNamespacesAndTypes(statement.SpanStart, name: "Console").Any() ? "Console" : "System.Console";
        return SyntaxFactory.ParseStatement($"{console}.WriteLine({value});");
    }
}
