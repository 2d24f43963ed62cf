using LeakageAnalyzers.MlNet;
using LeakageAnalyzers.Tests.Robustness;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeakageAnalyzers.Tests.MlNet;

/// <summary>What is known of ML.NET stands in the table: neither the rules nor the interpreter name a method, an attribute or another type of it.</summary>
public sealed class TableAloneTests
{
    private static readonly string[] Folders = ["src/LeakageAnalyzers.Workflow", "src/LeakageAnalyzers/Interpreter"];

    [Fact]
    public void Neither_rules_nor_interpreter_name_something_of_MlNet()
    {
        var names = Catalog.Rows.Where(row => row.Type.StartsWith("Microsoft.ML", StringComparison.Ordinal)).Select(row => row.Method)
            .Concat(CatalogMethods.Assemblies.SelectMany(assembly => assembly.GetExportedTypes()).Select(type => type.Name)).ToHashSet();
        var files = Folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories))
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal)).ToList();
        var named = from path in files
                    from literal in CSharpSyntaxTree.ParseText(File.ReadAllText(path)).GetRoot().DescendantNodes().OfType<LiteralExpressionSyntax>()
                    where literal.Token.Value is string text && names.Contains(text)
                    select $"{Path.GetFileName(path)}: {literal}";

        Assert.InRange(files.Count, 100, 1000);
        Assert.Equal("", string.Join(", ", named.Distinct()));
    }
}
