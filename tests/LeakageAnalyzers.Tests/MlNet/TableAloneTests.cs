using System.Reflection;
using LeakageAnalyzers.MlNet;
using LeakageAnalyzers.Tests.Robustness;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.ML;

namespace LeakageAnalyzers.Tests.MlNet;

/// <summary>What is known of ML.NET stands in the table: neither the rules nor the interpreter name a method, a parameter, a member, an attribute or another type of it.</summary>
public sealed class TableAloneTests
{
    private const BindingFlags Public = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly string[] Folders = ["src/LeakageAnalyzers.Workflow", "src/LeakageAnalyzers/Interpreter"];

    // The side of a split in a description, and a word of variables' names: a parameter happens to be called the same.
    private static readonly string[] Words = ["train", "validation"];

    private static IEnumerable<Type> Types => CatalogMethods.Assemblies.Append(typeof(TimeSeriesCatalog).Assembly).SelectMany(assembly => assembly.GetExportedTypes());

    private static HashSet<string> Methods => [.. Catalog.Rows.Where(row => row.Type.StartsWith("Microsoft.ML", StringComparison.Ordinal)).Select(row => row.Method)];

    private static HashSet<string> ParametersOfCatalogs =>
        [.. CatalogMethods.All.Concat(CatalogMethods.BySignature).SelectMany(method => method.GetParameters()).Select(parameter => parameter.Name!)];

    private static HashSet<string> Members => [.. Types.SelectMany(type => type.GetProperties(Public).Select(property => property.Name).Concat(type.GetFields(Public).Select(member => member.Name)))];

    [Fact]
    public void Neither_rules_nor_interpreter_name_a_method_or_a_type_of_MlNet() => AssertNotNamed([.. Methods, .. Types.Select(type => type.Name)]);

    [Fact]
    public void Neither_rules_nor_interpreter_name_a_parameter_of_a_catalog() => AssertNotNamed(ParametersOfCatalogs);

    [Fact]
    public void Neither_rules_nor_interpreter_name_a_member_of_MlNet() => AssertNotNamed(Members);

    [Fact]
    public void The_names_are_found()
    {
        Assert.Superset(new HashSet<string> { "TrainTestSplit", "Fit" }, Methods);
        Assert.Superset(new HashSet<string> { "samplingKeyColumnName", "validationSet", "seed", "dataset", "trainValidationSplit" }, ParametersOfCatalogs);
        Assert.Superset(new HashSet<string> { "TrainSet", "ScoredHoldOutSet", "BestRun", "ValidationSet" }, Members);
    }

    private static void AssertNotNamed(HashSet<string> names)
    {
        var files = Folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories))
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal)).ToList();
        Assert.InRange(files.Count, 100, 1000);
        var named = from path in files
                    from literal in CSharpSyntaxTree.ParseText(File.ReadAllText(path)).GetRoot().DescendantNodes().OfType<LiteralExpressionSyntax>()
                    where literal.Token.Value is string text && names.Contains(text) && !Words.Contains(text)
                    select $"{Path.GetFileName(path)}: {literal}";
        var all = named.Distinct().ToList();
        Assert.True(all.Count == 0, string.Join(", ", all));
    }
}
