using System.Globalization;
using LeakageAnalyzers.Runtime.Guard.Rows;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace LeakageAnalyzers.Runtime.Splitting;

/// <summary>Reads the class of a row as a number, in the order in which classes are met. Rows without a label are a class of their own.</summary>
internal static class ClassReader
{
    private const string Missing = "";

    /// <summary>Reads the class of the current row.</summary>
    /// <exception cref="ArgumentException">At a value that is no class, such as 0.37.</exception>
    public static Func<int> Of(DataViewRow row, DataViewSchema.Column label)
    {
        var read = GroupValues.ReaderOf(row, label)!;
        var isReal = label.Type is NumberDataViewType number && (number.RawType == typeof(float) || number.RawType == typeof(double));
        var classes = new Dictionary<string, int>(StringComparer.Ordinal);
        return () =>
        {
            var value = read() ?? Missing;
            if (!classes.TryGetValue(value, out var found))
            {
                classes[value] = found = !isReal || IsWhole(value) ? classes.Count : throw new ArgumentException(
                    $"The column '{label.Name}' holds {value}, which is no class: only rows of classes can be stratified. Cut a continuous label into bins first.");
            }

            return found;
        };
    }

    private static bool IsWhole(string value) =>
        value == Missing || (double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Floor(number) == number);
}
