using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LeakageAnalyzers.Tool.Programs.Interactive;

/// <summary>A snippet may declare anew what an earlier one declared; a program may not. The later one gets another name from there on.</summary>
internal static class Redeclarations
{
    /// <summary>The changes that give what <paramref name="root"/> declares more than once a name for each time; on the same lines.</summary>
    public static IEnumerable<TextChange> In(CompilationUnitSyntax root)
    {
        var repeated = root.Members.SelectMany(Declared).GroupBy(declared => declared.Name.ValueText).Where(same => same.Count() > 1)
            .ToDictionary(same => same.Key, same => same.Skip(1).ToList());
        return from token in root.DescendantTokens()
               where token.IsKind(SyntaxKind.IdentifierToken) && repeated.ContainsKey(token.ValueText) && !NamesMember(token)
               let version = repeated[token.ValueText].Count(declared => declared.Name == token || declared.From <= token.SpanStart)
               where version > 0
               select new TextChange(token.Span, $"{token.ValueText}{Mark}{version + 1}");
    }

    /// <summary><paramref name="code"/> with the names that the cells use.</summary>
    public static string Undo(string code) => System.Text.RegularExpressions.Regex.Replace(code, $@"\b(\w+?){Mark}\d+\b", "$1");

    // No name that anybody writes has it, so that it can be taken away again.
    private const string Mark = "__cell";

    // A variable's initializer still sees the earlier one; a type or function is seen in its own body.
    private static IEnumerable<(SyntaxToken Name, int From)> Declared(MemberDeclarationSyntax member) => member switch
    {
        FieldDeclarationSyntax field => field.Declaration.Variables.Select(variable => (variable.Identifier, variable.Span.End)),
        BaseTypeDeclarationSyntax type => [(type.Identifier, type.SpanStart)],
        MethodDeclarationSyntax method => [(method.Identifier, method.SpanStart)],
        _ => [],
    };

    // Names that are looked up in a type, not in the snippets.
    private static bool NamesMember(SyntaxToken name) => name.Parent switch
    {
        SimpleNameSyntax { Parent: MemberAccessExpressionSyntax access } simple => access.Name == simple,
        SimpleNameSyntax { Parent: MemberBindingExpressionSyntax or NameColonSyntax or NameEqualsSyntax } => true,
        SimpleNameSyntax { Parent: AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } set } simple => set.Left == simple,
        PropertyDeclarationSyntax or ParameterSyntax => true,
        VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax { Parent: TypeDeclarationSyntax } } => true,
        _ => false,
    };
}
