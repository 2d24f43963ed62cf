using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using LeakageAnalyzers.Runtime.Guard.Content;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace LeakageAnalyzers.Runtime.Holdout.Ledger;

/// <summary>SHA-256 fingerprints of what rows hold.</summary>
internal static class Fingerprint
{
    private static readonly string[] Predicted = ["Score", "Probability", "PredictedLabel"];

    private static readonly string[] Preparing = ["Microsoft.ML.Data", "Microsoft.ML.Transforms"];

    /// <summary>The fingerprint of rows in whatever order, by all their columns that hold comparable values, and their number.</summary>
    /// <exception cref="ArgumentException">There are no rows, or no such columns.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public static (string Text, long Rows) OfRows(IDataView rows, CancellationToken cancellation)
    {
        var columns = rows.Schema.Where(column => !column.IsHidden && ColumnContent.IsComparable(column.Type)).Select(column => column.Name)
            .OrderBy(name => name, StringComparer.Ordinal).ToList();
        if (columns.Count == 0)
        {
            throw new ArgumentException("No column of the test rows holds values that can be told apart.", nameof(rows));
        }

        var hashes = ContentReader.Read(rows, columns, cancellation).Select(row => row.Content).ToArray();
        Array.Sort(hashes, (a, b) => a.High != b.High ? a.High.CompareTo(b.High) : a.Low.CompareTo(b.Low));
        return hashes.Length > 0 ? (Of(columns, hashes), hashes.Length) : throw new ArgumentException("There are no test rows.", nameof(rows));
    }

    /// <summary>
    /// The fingerprint of what a model predicts for rows, in their order: of the columns of ML.NET's predictions that it added, or of all it added if these are not
    /// among them.
    /// </summary>
    /// <exception cref="ArgumentException">The model adds no such column, or does nothing but prepare rows by what ML.NET has for it.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public static string OfPredictions(ITransformer model, IDataView predictions, IDataView rows, CancellationToken cancellation)
    {
        var added = predictions.Schema
            .Where(column => !column.IsHidden && ColumnContent.IsComparable(column.Type) && rows.Schema.GetColumnOrNull(column.Name) is null)
            .Select(column => column.Name).OrderBy(name => name, StringComparer.Ordinal).ToList();
        List<string> predicted = [.. added.Intersect(Predicted)];
        if (added.Count == 0 || (predicted.Count == 0 && OnlyPrepares(model)))
        {
            throw new ArgumentException(
                $"The model predicts nothing: it adds {(added.Count == 0 ? "no column" : string.Join(", ", added.Select(name => $"'{name}'")) + " but none of Score, Probability and PredictedLabel")} to the test rows.",
                nameof(model));
        }

        return Of(predicted.Count > 0 ? predicted : added, [.. ContentReader.Read(predictions, predicted.Count > 0 ? predicted : added, cancellation).Select(row => row.Content)]);
    }

    // What a trained predictor adds may have been renamed; what a function of the user's, a time series or another library's model adds under a name of its own may be a prediction; what a normalizer adds is none.
    private static bool OnlyPrepares(ITransformer model) => model is IEnumerable<ITransformer> steps
        ? steps.All(OnlyPrepares)
        : model is not IPredictionTransformer<object> && model.GetType() is var type && Preparing.Contains(type.Assembly.GetName().Name) && !type.Name.StartsWith("CustomMapping", StringComparison.Ordinal);

    private static string Of(IEnumerable<string> columns, ContentHash[] rows)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(string.Join("\n", columns)));
        hash.AppendData(MemoryMarshal.AsBytes(rows.AsSpan()).ToArray());
        return Hexadecimal.Of(hash.GetHashAndReset());
    }
}
