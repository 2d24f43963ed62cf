using System.Reflection;
using System.Text.RegularExpressions;
using LeakageAnalyzers.MlNet;
using LeakageAnalyzers.Tests.Robustness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.ML;

namespace LeakageAnalyzers.Tests.MlNet;

/// <summary>What is known of ML.NET stands in the table: neither the rules nor the interpreter nor the repairs name a method, a parameter, a member, an attribute or another type of it.</summary>
public sealed partial class TableAloneTests
{
    private const BindingFlags Public = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private const string Repairs = "src/LeakageAnalyzers.CodeFixes";

    private static readonly string[] Folders = ["src/LeakageAnalyzers.Workflow", "src/LeakageAnalyzers/Interpreter", Repairs];

    // The side of a split in a description, words of variables' names and one of what a repair prints: a parameter happens to be called the same.
    private static readonly string[] Words = ["train", "validation", "fold"];

    private static IEnumerable<Type> Types => CatalogMethods.Assemblies.Append(typeof(TimeSeriesCatalog).Assembly).SelectMany(assembly => assembly.GetExportedTypes());

    private static HashSet<string> Methods => [.. Catalog.Rows.Where(row => row.Type.StartsWith("Microsoft.ML", StringComparison.Ordinal)).Select(row => row.Method)];

    private static HashSet<string> ParametersOfCatalogs =>
        [.. CatalogMethods.All.Concat(CatalogMethods.BySignature).SelectMany(method => method.GetParameters()).Select(parameter => parameter.Name!)];

    private static HashSet<string> Members => [.. Types.SelectMany(type => type.GetProperties(Public).Select(property => property.Name).Concat(type.GetFields(Public).Select(member => member.Name)))];

    [Fact]
    public void Neither_rules_nor_interpreter_nor_repairs_name_a_method_or_a_type_of_MlNet() => AssertNotNamed([.. Methods, .. Types.Select(type => type.Name)]);

    [Fact]
    public void Neither_rules_nor_interpreter_nor_repairs_name_a_parameter_of_a_catalog() => AssertNotNamed(ParametersOfCatalogs);

    [Fact]
    public void Neither_rules_nor_interpreter_nor_repairs_name_a_member_of_MlNet() => AssertNotNamed(Members);

    [Fact]
    public void Repairs_do_not_name_a_method_or_a_type_of_the_runtime_library() => AssertNotNamed(
        [.. Catalog.Rows.Where(row => row.Type.StartsWith(RuntimeNames.Namespace, StringComparison.Ordinal)).SelectMany(row => new[] { row.Method, row.Type.Split('.', '+')[^1] })], Repairs);

    [Fact]
    public void The_names_are_found()
    {
        Assert.Superset(new HashSet<string> { "TrainTestSplit", "Fit" }, Methods);
        Assert.Superset(new HashSet<string> { "samplingKeyColumnName", "validationSet", "seed", "dataset", "trainValidationSplit" }, ParametersOfCatalogs);
        Assert.Superset(new HashSet<string> { "TrainSet", "ScoredHoldOutSet", "BestRun", "ValidationSet" }, Members);
    }

    private static void AssertNotNamed(HashSet<string> names, params string[] folders)
    {
        var files = (folders.Length == 0 ? Folders : folders).SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories))
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal)).ToList();
        Assert.InRange(files.Count, 25, 1000);
        var named = from path in files
                    from text in TextsOf(CSharpSyntaxTree.ParseText(File.ReadAllText(path)).GetRoot(), path.Contains(Repairs, StringComparison.Ordinal))
                    where names.Contains(text) && !Words.Contains(text)
                    select $"{Path.GetFileName(path)}: {text}";
        var all = named.Distinct().ToList();
        Assert.True(all.Count == 0, string.Join(", ", all));
    }

    // A repair writes code with holes in it; what stands between them are names and signs.
    private static IEnumerable<string> TextsOf(SyntaxNode root, bool isRepair) => root.DescendantNodes().OfType<LiteralExpressionSyntax>().Select(literal => literal.Token.Value).OfType<string>()
        .Concat(isRepair ? root.DescendantNodes().OfType<InterpolatedStringTextSyntax>().SelectMany(text => Name().Matches(text.TextToken.ValueText)).Select(match => match.Value) : []);

    [GeneratedRegex(@"\w+")]
    private static partial Regex Name();
}
