using LeakageAnalyzers.MlNet;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeakageAnalyzers.CodeFixes.Rewriting;

/// <summary>The number that a program judges a model by.</summary>
internal static class ReadMetric
{
    /// <summary>The number that is read of <paramref name="evaluation"/> first, else the one that its kind of task is judged by; null where <paramref name="metrics"/> have none.</summary>
    public static string? Of(FindingSites sites, InvocationExpressionSyntax evaluation, ITypeSymbol? metrics)
    {
        var readers = evaluation.Declaration(sites.Model) is { } declared
            ? sites.Root.Mentions(declared.Local, sites.Model).Select(mention => mention.Parent)
            : [evaluation.Parent];
        return readers.OfType<MemberAccessExpressionSyntax>().Select(read => read.Name.Identifier.ValueText)
            .Concat(Catalog.HeadlineMetrics)
            .FirstOrDefault(name => PropertyOf(metrics, name)?.Type.SpecialType == SpecialType.System_Double);
    }

    private static IPropertySymbol? PropertyOf(ITypeSymbol? type, string name) =>
        type is null ? null : type.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault() ?? PropertyOf(type.BaseType, name);
}
