using Microsoft.ML;

namespace LeakageAnalyzers.Runtime.Audit.NearDuplicates;

/// <summary>The hashes of a column of pictures, each with the number of its row. Pictures of one grey are left out.</summary>
internal sealed record ImageRows(IReadOnlyList<PerceptualHash> Hashes, IReadOnlyList<long> Numbers)
{
    /// <summary>Reads <paramref name="column"/>; one picture is in memory at a time.</summary>
    public static ImageRows Read(IDataView view, string column)
    {
        var (hashes, numbers) = (new List<PerceptualHash>(), new List<long>());
        using var cursor = view.GetRowCursor([view.Schema[column]]);
        var readNumber = RowNumber.ReaderOf(cursor);
        var read = ImageReader.ReaderOf(cursor, view.Schema[column]);
        while (cursor.MoveNext())
        {
            if (read() is { Width: > 0, Height: > 0 } image && PerceptualHash.Of(image) is { } hash)
            {
                hashes.Add(hash);
                numbers.Add(readNumber());
            }
        }

        return new ImageRows(hashes, numbers);
    }
}
