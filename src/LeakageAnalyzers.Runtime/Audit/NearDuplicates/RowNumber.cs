using Microsoft.ML;
using Microsoft.ML.Data;

namespace LeakageAnalyzers.Runtime.Audit.NearDuplicates;

/// <summary>The lower half of ML.NET's row ids: the row's position in what was loaded, unless it was numbered anew on the way.</summary>
internal static class RowNumber
{
    /// <summary>Reads the number of a cursor's current row.</summary>
    public static Func<long> ReaderOf(DataViewRow row)
    {
        var readId = row.GetIdGetter();
        var id = default(DataViewRowId);
        return () =>
        {
            readId(ref id);
            return unchecked((long)id.Low);
        };
    }
}
