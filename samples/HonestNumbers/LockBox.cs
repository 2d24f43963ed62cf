using LeakageAnalyzers.Runtime;
using LeakageAnalyzers.Runtime.Evaluation;
using LeakageAnalyzers.Runtime.Holdout;
using Microsoft.ML;
using Microsoft.ML.Transforms;

namespace HonestNumbers;

/// <summary>Test rows that a ledger opens once: the second look is refused, and deleting the ledger does not help.</summary>
internal static class LockBox
{
    public static void Show(Action<string> write)
    {
        var folder = Directory.CreateTempSubdirectory("honest-numbers-");
        try
        {
            Show(write, folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Show(Action<string> write, string folder)
    {
        var random = new Random(1);
        var (data, sealedRows) = (BunchOfThings.Draw(random), BunchOfThings.Draw(random));
        var (model, _, best) = BunchOfThings.TryThings(data, random);

        var ml = new MLContext(seed: 1);
        var (trainRows, testRows) = (View(ml, data), View(ml, sealedRows));
        var options = new HoldoutOptions { Budget = 1, WitnessFolder = Path.Combine(folder, "witness"), Write = write };
        var ledger = Path.Combine(folder, "lockbox.ledger");
        var holdout = SealedHoldout.Open(ledger, testRows, options);

        // All that is to be known of the rows is measured in the one look at them.
        write(FormattableString.Invariant($"cross-validation promised an accuracy of {best:0.00}"));
        var transformer = Transformer(ml, testRows, model);
        var (audit, baselines) = ((AuditReport?)null, (BaselineEvaluation?)null);
        var evaluation = holdout.Evaluate(transformer, scored =>
        {
            audit = SplitAudit.Run(trainRows, scored, new AuditOptions { LabelColumn = nameof(Row.Label), FeatureColumns = [nameof(Row.Features)] });
            baselines = Baselines.Evaluate(ml.BinaryClassification, transformer, trainRows, testRows, BinaryClassificationMetric.Accuracy);
            return ml.BinaryClassification.EvaluateWithIntervals(scored);
        }).Evaluation;
        write($"the lock box says {evaluation.Accuracy}");
        var report = EvaluationReport.From(new ReportContents
        {
            Title = "The best of 200 analyses of noise, in the lock box",
            Subject = "A label that twenty features of noise say nothing of. The analysis of best cross-validated accuracy, tested once on a hundred sealed rows.",
            Audit = audit,
            Evaluation = evaluation,
            HeadlineMetric = nameof(BinaryClassificationMetric.Accuracy),
            Baselines = baselines,
            Holdout = holdout.History,
        });
        write($"report: {report.Save(Path.Combine(AppContext.BaseDirectory, "reports", "lock-box.html"))}");

        var another = model with { Neighbours = model.Neighbours + 2 };
        write(Refusal(() => holdout.Evaluate(Transformer(ml, testRows, another), "Accuracy", scored => Accuracy(ml, scored))));
        File.Delete(ledger);
        write(Refusal(() => SealedHoldout.Open(ledger, testRows, options)).Replace(folder, "…", StringComparison.Ordinal));
    }

    private static CustomMappingTransformer<Row, Prediction> Transformer(MLContext ml, IDataView rows, NearestNeighbours model) => ml.Transforms.CustomMapping<Row, Prediction>(
        (row, prediction) =>
        {
            var share = model.Share([.. row.Features.Select(value => (double)value)]);
            (prediction.PredictedLabel, prediction.Score, prediction.Probability) = (share > 0.5, (float)share, (float)share);
        },
        contractName: null).Fit(rows);

    private static IDataView View(MLContext ml, Noise noise) => ml.Data.LoadFromEnumerable(
        noise.Features.Zip(noise.Labels, (features, label) => new Row { Features = [.. features.Select(value => (float)value)], Label = label }));

    private static double Accuracy(MLContext ml, IDataView scored) =>
        ml.Data.CreateEnumerable<Judged>(scored, reuseRowObject: true).Average(row => row.PredictedLabel == row.Label ? 1.0 : 0.0);

    private static string Refusal(Action look)
    {
        try
        {
            look();
            return "";
        }
        catch (InvalidOperationException refusal) when (refusal is HoldoutBudgetException or LedgerException)
        {
            return refusal.Message;
        }
    }
}
