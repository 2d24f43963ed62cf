using LeakageAnalyzers.Runtime.Holdout;
using LeakageAnalyzers.Runtime.Statistics;
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
        var testRows = ml.Data.LoadFromEnumerable(sealedRows.Features.Zip(sealedRows.Labels, (features, label) => new Row { Features = [.. features.Select(value => (float)value)], Label = label }));
        var options = new HoldoutOptions { Budget = 1, WitnessFolder = Path.Combine(folder, "witness"), Write = write };
        var ledger = Path.Combine(folder, "lockbox.ledger");
        var holdout = SealedHoldout.Open(ledger, testRows, options);

        write(FormattableString.Invariant($"cross-validation promised {best:0.00}"));
        var answer = holdout.Evaluate(Transformer(ml, testRows, model), "Accuracy", scored => Accuracy(ml, scored));
        var interval = ProportionInterval.Wilson((long)Math.Round(answer.Evaluation * sealedRows.Rows), sealedRows.Rows);
        write(FormattableString.Invariant($"the lock box says {answer.Evaluation:0.00}, {interval}"));

        var another = model with { Neighbours = model.Neighbours + 2 };
        write(Refusal(() => holdout.Evaluate(Transformer(ml, testRows, another), "Accuracy", scored => Accuracy(ml, scored))));
        File.Delete(ledger);
        write(Refusal(() => SealedHoldout.Open(ledger, testRows, options)).Replace(folder, "…", StringComparison.Ordinal));
    }

    private static CustomMappingTransformer<Row, Prediction> Transformer(MLContext ml, IDataView rows, NearestNeighbours model) => ml.Transforms.CustomMapping<Row, Prediction>(
        (row, prediction) => prediction.PredictedLabel = model.Predict([.. row.Features.Select(value => (double)value)]), contractName: null).Fit(rows);

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
