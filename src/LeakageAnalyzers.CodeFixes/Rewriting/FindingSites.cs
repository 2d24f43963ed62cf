using LeakageAnalyzers.Workflow.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeakageAnalyzers.CodeFixes.Rewriting;

/// <summary>The calls that a finding names, in the tree of one document.</summary>
internal sealed class FindingSites
{
    private readonly List<(PlaceRole Role, InvocationExpressionSyntax Call)> _related;

    private FindingSites(
        Document document, SyntaxNode root, SemanticModel model, Diagnostic diagnostic, InvocationExpressionSyntax call, List<(PlaceRole, InvocationExpressionSyntax)> related, SyntaxNode? choice, string? column)
    {
        Rule = diagnostic.Id;
        Marked = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        Choice = choice;
        Document = document;
        Root = root;
        Model = model;
        Call = call;
        _related = related;
        Column = column;
    }

    public Document Document { get; }

    public SyntaxNode Root { get; }

    public SemanticModel Model { get; }

    /// <summary>The rule that is violated.</summary>
    public string Rule { get; }

    /// <summary>What is marked: the call, or an argument of it.</summary>
    public SyntaxNode Marked { get; }

    /// <summary>The comparison or call that chooses, or null; not always a call.</summary>
    public SyntaxNode? Choice { get; }

    /// <summary>The call that is reported; for a comparison, the first evaluation that it compares.</summary>
    public InvocationExpressionSyntax Call { get; }

    /// <summary>The column that the repair has to name, or null.</summary>
    public string? Column { get; }

    /// <summary>The calls of one role, in the order of the source.</summary>
    public IReadOnlyList<InvocationExpressionSyntax> Of(PlaceRole role) =>
        _related.Where(related => related.Role == role).Select(related => related.Call).OrderBy(call => call.Span.End).ToList();

    /// <summary>Whether <paramref name="expression"/> is a name that stands for one value throughout: one that is written to twice may stand for another at another place.</summary>
    public bool HasOneMeaning(ExpressionSyntax expression) =>
        expression is IdentifierNameSyntax
        && Model.GetSymbolInfo(expression).Symbol is (ILocalSymbol or IParameterSymbol or IFieldSymbol or IPropertySymbol) and var symbol
        && Root.Mentions(symbol, Model).Count(mention => mention.Parent is AssignmentExpressionSyntax assignment && assignment.Left == mention) <= (symbol is IFieldSymbol or IPropertySymbol ? 1 : 0);

    /// <summary>The calls of a finding; null where one of them stands in another document.</summary>
    public static async Task<FindingSites?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (root is null || model is null)
        {
            return null;
        }

        var roles = (diagnostic.Properties.TryGetValue(DiagnosticProperties.Roles, out var names) ? names ?? "" : "")
            .Split([','], StringSplitOptions.RemoveEmptyEntries);
        var related = new List<(PlaceRole, InvocationExpressionSyntax)>();
        SyntaxNode? choice = null;
        for (var i = 0; i < Math.Min(roles.Length, diagnostic.AdditionalLocations.Count); i++)
        {
            if (!Enum.TryParse<PlaceRole>(roles[i], out var role))
            {
                return null;
            }

            // Where rows and their order come from is told, not mended.
            if (role is PlaceRole.Loaded or PlaceRole.Sorted)
            {
                continue;
            }

            var location = diagnostic.AdditionalLocations[i];
            if (role == PlaceRole.Chosen && location.SourceTree?.FilePath == root.SyntaxTree.FilePath)
            {
                choice ??= root.FindNode(location.SourceSpan, getInnermostNodeForTie: true);
                continue;
            }

            if (CallAt(root, location) is not { } place)
            {
                return null;
            }

            related.Add((role, place));
        }

        diagnostic.Properties.TryGetValue(DiagnosticProperties.Column, out var column);
        var call = IsComparison(root, diagnostic.Location) ? related.Select(place => place.Item2).FirstOrDefault() : CallAt(root, diagnostic.Location);
        return call is null ? null : new FindingSites(document, root, model, diagnostic, call, related, choice, column);
    }

    // Locations from a fresh analysis hang on another instance of the same text, so only spans are compared.
    private static InvocationExpressionSyntax? CallAt(SyntaxNode root, Location location) =>
        location.SourceTree?.FilePath == root.SyntaxTree.FilePath && root.FullSpan.Contains(location.SourceSpan)
            ? root.FindNode(location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<InvocationExpressionSyntax>(call => !IsNameOf(call))
            : null;

    // A comparison of numbers may stand in any call, such as one that prints what it comes to.
    private static bool IsComparison(SyntaxNode root, Location location) =>
        root.FullSpan.Contains(location.SourceSpan) && root.FindNode(location.SourceSpan, getInnermostNodeForTie: true) is BinaryExpressionSyntax;

    // An argument may be marked that is a nameof itself.
    private static bool IsNameOf(InvocationExpressionSyntax call) => call.Expression is IdentifierNameSyntax { Identifier.ValueText: "nameof" };
}
