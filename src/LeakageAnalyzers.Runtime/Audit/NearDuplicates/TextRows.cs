using Microsoft.ML;

namespace LeakageAnalyzers.Runtime.Audit.NearDuplicates;

/// <summary>The texts of a column in memory, each with the keys by which near ones are found. Texts too short to be told from a name are left out.</summary>
internal sealed class TextRows
{
    /// <summary>In a shorter text one changed letter is more than a fifth of the shingles; what is so short is mostly a name or a category.</summary>
    public const int FewestCharacters = 30;

    /// <summary>Of a longer text, so many characters are compared.</summary>
    public const int MostCharacters = 10_000;

    private readonly List<string> _texts = [];
    private readonly List<long> _numbers = [];
    private readonly List<ulong> _keys = [];

    private TextRows()
    {
    }

    /// <summary>How many texts.</summary>
    public int Count => _texts.Count;

    /// <summary>The numbers of their rows.</summary>
    public IReadOnlyList<long> Numbers => _numbers;

    /// <summary>The bytes that a text of <paramref name="characters"/> takes.</summary>
    public static long BytesOf(double characters) => (long)(2 * characters) + (sizeof(ulong) * MinHash.Bands) + 64;

    /// <summary>Reads <paramref name="column"/>.</summary>
    public static TextRows Read(IDataView view, string column, MinHash minHash)
    {
        var rows = new TextRows();
        using var cursor = view.GetRowCursor([view.Schema[column]]);
        var readNumber = RowNumber.ReaderOf(cursor);
        var read = cursor.GetGetter<ReadOnlyMemory<char>>(view.Schema[column]);
        var text = default(ReadOnlyMemory<char>);
        while (cursor.MoveNext())
        {
            read(ref text);
            var normalized = Shingles.Normalize(text.Span.Slice(0, Math.Min(text.Length, MostCharacters)));
            if (normalized.Length >= FewestCharacters)
            {
                rows._texts.Add(normalized);
                rows._numbers.Add(readNumber());
                rows._keys.AddRange(minHash.KeysOf(Shingles.Of(normalized.AsSpan())));
            }
        }

        return rows;
    }

    /// <summary>The key of the text at <paramref name="position"/> in one band.</summary>
    public ulong KeyOf(int position, int band) => _keys[(position * MinHash.Bands) + band];

    /// <summary>Its shingles.</summary>
    public HashSet<ulong> ShinglesOf(int position) => Shingles.Of(_texts[position].AsSpan());
}
