using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeakageAnalyzers.Tests.Mutation;

/// <summary>The programs of the rules' tests, taken out of the tests' own source: each a file of its own that compiles.</summary>
internal static partial class TestPrograms
{
    /// <summary>Those of tests whose names begin with <c>Is_silent</c>.</summary>
    public static IReadOnlyList<string> Clean { get; } = [.. Of(name => name.StartsWith("Is_silent", StringComparison.Ordinal))];

    /// <summary>All of them, marks taken out.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Of(_ => true)];

    private static IEnumerable<string> Of(Func<string, bool> isWanted) =>
        from file in Directory.GetFiles(Path.Combine(Robustness.Repository.Root, "tests", "LeakageAnalyzers.Tests", "Rules"), "LEAK*Tests.cs").Order(StringComparer.Ordinal)
        from method in CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
        where isWanted(method.Identifier.ValueText)
        from call in method.DescendantNodes().OfType<InvocationExpressionSyntax>()

        // Programs of one file that are written out as a whole.
        where call is { Expression: IdentifierNameSyntax { Identifier.ValueText: "VerifyAsync" }, ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax }] }
        select Mark().Replace(((LiteralExpressionSyntax)call.ArgumentList.Arguments[0].Expression).Token.ValueText, "$1");

    [GeneratedRegex(@"\{\|LEAK\d+:(.*?)\|\}", RegexOptions.Singleline)]
    private static partial Regex Mark();
}
