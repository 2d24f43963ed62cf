using System.Reflection;
using LeakageAnalyzers.MlNet;
using LeakageAnalyzers.Workflow.Trace;
using Microsoft.ML;

namespace LeakageAnalyzers.Tests.MlNet;

/// <summary>Whether Fit reads rows is seen by fitting, not by the name.</summary>
public sealed class CatalogBehaviourTests
{
    // Made of other estimators, of files or of types: no arguments can be made up for them.
    private static readonly string[] NotRun =
    [
        "ConversionsExtensionsCatalog.MapValue", "CustomMappingCatalog.CustomMapping", "CustomMappingCatalog.StatefulCustomMapping",
        "ExplainabilityCatalog.CalculateFeatureContribution", "ExpressionCatalog.Expression", "ImageEstimatorsCatalog.ConvertToGrayscale",
        "ImageEstimatorsCatalog.ConvertToImage", "ImageEstimatorsCatalog.ExtractPixels", "ImageEstimatorsCatalog.LoadImages",
        "ImageEstimatorsCatalog.LoadRawImageBytes", "ImageEstimatorsCatalog.ResizeImages", "OnnxCatalog.ApplyOnnxModel", "OnnxCatalog.DnnFeaturizeImage",
        "StandardTrainersCatalog.OneVersusAll", "StandardTrainersCatalog.PairwiseCoupling", "TextCatalog.ApplyWordEmbedding", "TextCatalog.RemoveStopWords",
        "TreeExtensions.FeaturizeByFastForestBinary", "TreeExtensions.FeaturizeByFastForestRegression", "TreeExtensions.FeaturizeByFastTreeBinary",
        "TreeExtensions.FeaturizeByFastTreeRanking", "TreeExtensions.FeaturizeByFastTreeRegression", "TreeExtensions.FeaturizeByFastTreeTweedie",
        "TreeExtensions.FeaturizeByPretrainTreeEnsemble",
    ];

    [Fact]
    public void A_step_is_stateless_where_fitting_it_reads_no_row()
    {
        var trials = new EstimatorTrials();
        var steps = Catalog.Rows.Where(row => row.Kind == CallKind.Step).ToDictionary(row => (row.Type, row.Method));
        var wrong = new SortedSet<string>(StringComparer.Ordinal);
        var notRun = new SortedSet<string>(StringComparer.Ordinal);
        var run = new HashSet<string>();
        foreach (var method in CatalogMethods.All)
        {
            var name = $"{method.DeclaringType!.Name}.{method.Name}";
            if (!steps.TryGetValue((method.DeclaringType.FullName!, method.Name), out var row))
            {
                continue;
            }

            switch (trials.ReadsRows(method))
            {
                case null:
                    notRun.Add(name);
                    break;
                case { } reads:
                    run.Add(name);
                    if (reads != (ClassOf(row, method) != StepClass.Stateless))
                    {
                        wrong.Add($"{name}: {(reads ? "reads rows" : "reads no row")}, in the table {ClassOf(row, method)}");
                    }

                    break;
            }
        }

        notRun.ExceptWith(run);
        Assert.Equal("", string.Join("; ", wrong));
        Assert.Equal(string.Join(", ", NotRun), string.Join(", ", notRun));
    }

    [Fact]
    public void Row_objects_that_are_null_are_refused()
    {
        var data = new MLContext(seed: 1).Data;
        Assert.Throws<ArgumentNullException>(() => data.LoadFromEnumerable<CountingView>(null!));
        Assert.Throws<ArgumentNullException>(() => data.LoadFromEnumerable<CountingView>(null!, new DataViewSchema.Builder().ToSchema()));
    }

    private static StepClass ClassOf(CatalogRow row, MethodInfo method) => row.Conditions
        .Where(condition => method.GetParameters().Any(parameter => parameter.Name == condition.Parameter && parameter.HasDefaultValue && parameter.DefaultValue is not null
            && (condition.Values.IsEmpty || condition.Values.Contains(Convert.ToInt32(parameter.DefaultValue, System.Globalization.CultureInfo.InvariantCulture)))))
        .Select(condition => condition.Class)
        .FirstOrDefault(row.Class);
}
