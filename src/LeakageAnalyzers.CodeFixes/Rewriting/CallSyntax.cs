using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LeakageAnalyzers.CodeFixes.Rewriting;

/// <summary>Parts of calls, and of the statements around them.</summary>
internal static class CallSyntax
{
    /// <summary>What the method is called on: <c>pipeline</c> of <c>pipeline.Fit(data)</c>.</summary>
    public static ExpressionSyntax? Receiver(this InvocationExpressionSyntax call) => (call.Expression as MemberAccessExpressionSyntax)?.Expression;

    /// <summary>The expression for a parameter that the source gives; null where it leaves it out.</summary>
    public static ExpressionSyntax? Argument(this InvocationExpressionSyntax call, SemanticModel model, string parameter)
    {
        var argument = (model.GetOperation(call) as IInvocationOperation)?.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter);
        return argument is { IsImplicit: false } ? (argument.Syntax as ArgumentSyntax)?.Expression : null;
    }

    /// <summary>The argument for a parameter as another call behind its other arguments would have it, by name; empty where the source leaves it out.</summary>
    public static string NamedArgument(this InvocationExpressionSyntax call, SemanticModel model, string parameter) =>
        call.Argument(model, parameter) is { } given ? $", {parameter}: {given}" : "";

    /// <summary>The call with <paramref name="value"/> for a parameter, in place of what the source gives or behind the other arguments.</summary>
    public static InvocationExpressionSyntax WithArgument(this InvocationExpressionSyntax call, SemanticModel model, string parameter, ExpressionSyntax value) =>
        call.Argument(model, parameter) is { } given
            ? call.ReplaceNode(given, value.WithTriviaFrom(given))
            : call.WithArgumentList(call.ArgumentList.With(parameter, value));

    /// <summary>The list with <paramref name="value"/> behind the other arguments, by name.</summary>
    public static ArgumentListSyntax With(this ArgumentListSyntax list, string parameter, ExpressionSyntax value)
    {
        var added = SyntaxFactory.Argument(value).WithNameColon(NameColon(parameter));
        if (list.Arguments.LastOrDefault() is not { } last || !last.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia))
        {
            return list.AddArguments(added.WithLeadingTrivia(SyntaxFactory.Space));
        }

        // Where the last one ends its line, so does what is added, and a comment there stays with what it is about.
        var lineEnd = last.GetTrailingTrivia().SkipWhile(trivia => !trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        var indentation = last.GetLeadingTrivia().Reverse().TakeWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia));
        var commas = list.Arguments.GetSeparators().Append(SyntaxFactory.Token(default, SyntaxKind.CommaToken, last.GetTrailingTrivia()));
        var listed = list.Arguments.Replace(last, last.WithoutTrailingTrivia()).Append(added.WithLeadingTrivia(indentation).WithTrailingTrivia(lineEnd));
        return list.WithArguments(SyntaxFactory.SeparatedList(listed, commas));
    }

    /// <summary>The call without the argument for a parameter, and with names for those behind it; null where the source gives none.</summary>
    public static InvocationExpressionSyntax? WithoutArgument(this InvocationExpressionSyntax call, SemanticModel model, string parameter)
    {
        if ((model.GetOperation(call) as IInvocationOperation)?.Arguments is not { } operations || call.Argument(model, parameter)?.Parent is not ArgumentSyntax dropped)
        {
            return null;
        }

        var names = operations.Where(argument => argument.Parameter is not null).ToLookup(argument => argument.Syntax, argument => argument.Parameter!.Name);
        var index = call.ArgumentList.Arguments.IndexOf(dropped);
        var behind = call.ArgumentList.Arguments.Skip(index + 1).Where(argument => argument.NameColon is null);
        var named = call.ArgumentList.ReplaceNodes(behind, (argument, _) => argument.Named(names[argument].First()));
        return call.WithArgumentList(CommentedRemoval.Remove(named, named.Arguments[index])!);
    }

    /// <summary>The only argument, or null.</summary>
    public static ExpressionSyntax? OnlyArgument(this InvocationExpressionSyntax call) =>
        call.ArgumentList.Arguments.Count == 1 ? call.ArgumentList.Arguments[0].Expression : null;

    /// <summary>The local that <paramref name="value"/> initializes, with its statement: <c>var x = value;</c>.</summary>
    public static (ILocalSymbol Local, LocalDeclarationStatementSyntax Statement)? Declaration(this ExpressionSyntax value, SemanticModel model) =>
        value.Parent is EqualsValueClauseSyntax
        {
            Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax statement } } declarator,
        }
        && model.GetDeclaredSymbol(declarator) is ILocalSymbol local
            ? (local, statement)
            : null;

    /// <summary>The local that <paramref name="name"/> names and what it is declared with; null where it is no local or is declared without a value.</summary>
    public static (ILocalSymbol Local, ExpressionSyntax Value)? Initializer(this ExpressionSyntax name, SemanticModel model) =>
        name is IdentifierNameSyntax && model.GetSymbolInfo(name).Symbol is ILocalSymbol { DeclaringSyntaxReferences: { Length: 1 } declarations } local
        && declarations[0].GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: var value }
            ? (local, value)
            : null;

    /// <summary>The call of the method that <paramref name="name"/> names, by itself or with what it is called on; null where it is not called there.</summary>
    public static InvocationExpressionSyntax? CallOf(this IdentifierNameSyntax name) => name.Parent switch
    {
        InvocationExpressionSyntax call when call.Expression == name => call,
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access when access.Name == name && access.Expression is ThisExpressionSyntax or IdentifierNameSyntax && call.Expression == access => call,
        _ => null,
    };

    /// <summary>Every mention of <paramref name="symbol"/> in the body around its declaration.</summary>
    public static IEnumerable<IdentifierNameSyntax> Mentions(this SyntaxNode root, ISymbol symbol, SemanticModel model) => root.DescendantNodes()
        .OfType<IdentifierNameSyntax>()
        .Where(name => name.Identifier.ValueText == symbol.Name && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name).Symbol, symbol));

    /// <summary>The least positive number that does not stand in the file, so that no seed in it is the same.</summary>
    public static int FreeNumber(this SyntaxNode root)
    {
        var numbers = new HashSet<object?>(root.DescendantTokens().Where(token => token.IsKind(SyntaxKind.NumericLiteralToken)).Select(token => token.Value));
        return Enumerable.Range(1, int.MaxValue).First(number => !numbers.Contains(number));
    }

    /// <summary><paramref name="name"/>, or it with a number, such that it means nothing yet at <paramref name="position"/> or anywhere in the body around it.</summary>
    public static string FreshName(this SyntaxNode root, SemanticModel model, int position, string name)
    {
        var taken = new HashSet<string>(
            root.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText)
                .Concat(model.LookupSymbols(position).Select(symbol => symbol.Name)));
        return Enumerable.Range(1, int.MaxValue).Select(number => number == 1 ? name : name + number).First(candidate => !taken.Contains(candidate));
    }

    /// <summary>The argument with the name of its parameter.</summary>
    public static ArgumentSyntax Named(this ArgumentSyntax argument, string parameter) => argument
        .WithoutLeadingTrivia()
        .WithNameColon(NameColon(parameter))
        .WithLeadingTrivia(argument.GetLeadingTrivia());

    private static NameColonSyntax NameColon(string parameter) => SyntaxFactory.NameColon(parameter).WithTrailingTrivia(SyntaxFactory.Space);
}
