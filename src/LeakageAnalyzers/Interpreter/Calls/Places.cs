using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LeakageAnalyzers.Interpreter.Calls;

/// <summary>Where a call stands: from the name of the method to the end of its arguments, so that a chain of calls is not marked as a whole.</summary>
internal static class Places
{
    /// <summary>
    /// Where <paramref name="operation"/> is reported: where it stands, or, where that is a helper without a call of ML.NET, which is not analysed for itself, the call of it.
    /// </summary>
    public static Place Shown(Evaluator evaluator, IOperation operation)
    {
        var running = evaluator.Activation;
        while (running.Caller is { } caller && running.CalledBy is { } call && !evaluator.Engine.Bodies.TouchesMlNet(running.Graph))
        {
            (running, operation) = (caller, call);
        }

        return Of(operation);
    }

    public static Place Of(IOperation operation)
    {
        var syntax = operation.Syntax;
        var start = syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } ? member.Name.SpanStart
            : syntax is InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax binding } ? binding.Name.SpanStart
            : syntax.SpanStart;
        return Of(syntax.SyntaxTree, TextSpan.FromBounds(start, syntax.Span.End));
    }

    /// <summary>What <paramref name="span"/> covers in <paramref name="file"/>.</summary>
    public static Place Of(SyntaxTree file, TextSpan span)
    {
        var location = Location.Create(file, span);

        // Where `#line` says that the code was written elsewhere, that is where its reader looks for it.
        var shown = location.GetMappedLineSpan();
        return new Place(shown.Path, shown.StartLinePosition.Line + 1, span.Start, span.Length) { Handle = location };
    }
}
