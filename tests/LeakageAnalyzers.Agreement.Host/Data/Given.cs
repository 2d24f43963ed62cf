using Microsoft.ML;
using Microsoft.ML.Data;

namespace LeakageAnalyzers.Agreement.Host.Data;

/// <summary>
/// Rows for programs that name a file or an empty list. Two paths are two data sets, one path is the same rows at each load. Public, because compiled programs call it in place of
/// ML.NET's loaders.
/// </summary>
public static class Given
{
    /// <summary>How many rows a file or list has: more than any program under test takes.</summary>
    public const int RowCount = 1000;

    private static readonly Lock Gate = new();

    /// <summary>Folders that programs list or write to, and files that they find there.</summary>
    internal static void MakeFolders()
    {
        Directory.CreateDirectory(Path.Combine(Folder, "models"));
        Directory.CreateDirectory(Path.Combine(Folder, "days"));
        foreach (var day in new[] { "monday.csv", "tuesday.csv" })
        {
            File.WriteAllText(Path.Combine(Folder, "days", day), "");
        }
    }

    /// <summary>The folder that holds the files, and what programs write.</summary>
    public static string Folder { get; } = Directory.CreateTempSubdirectory("leakage-agreement-").FullName;

    /// <summary>As <c>LoadFromTextFile</c>; the file is made where there is none.</summary>
    public static IDataView LoadFromGivenTextFile<TRow>(
        this DataOperationsCatalog catalog, string path, char separatorChar = '\t', bool hasHeader = false, bool allowQuoting = false, bool trimWhitespace = false, bool allowSparse = false) =>
        WithFeatures(catalog.LoadFromTextFile<TRow>(
            FileOf(path, separatorChar, hasHeader, GivenColumn.Of(typeof(TRow))), separatorChar, hasHeader, allowQuoting, trimWhitespace, allowSparse));

    /// <summary>As <c>LoadFromTextFile</c>; the file is made where there is none.</summary>
    public static IDataView LoadFromGivenTextFile(
        this DataOperationsCatalog catalog,
        string path,
        TextLoader.Column[] columns,
        char separatorChar = '\t',
        bool hasHeader = false,
        bool allowQuoting = false,
        bool trimWhitespace = false,
        bool allowSparse = false) => catalog.LoadFromTextFile(
            FileOf(path, separatorChar, hasHeader, GivenColumn.Of(columns)), columns, separatorChar, hasHeader, allowQuoting, trimWhitespace, allowSparse);

    /// <summary>As <c>LoadFromTextFile</c>; the file is made where there is none.</summary>
    public static IDataView LoadFromGivenTextFile(this DataOperationsCatalog catalog, string path, TextLoader.Options options) =>
        catalog.LoadFromTextFile(FileOf(path, options.Separators[0], options.HasHeader, GivenColumn.Of(options.Columns)), options);

    /// <summary>As <c>CreateTextLoader</c>; the files that it is going to load are made by their usual names.</summary>
    public static TextLoader CreateGivenTextLoader(this DataOperationsCatalog catalog, TextLoader.Column[] columns, char separatorChar = '\t', bool hasHeader = false)
    {
        foreach (var name in new[] { "scans.csv", "readings.csv", "visits.csv", "train.csv", "test.csv" })
        {
            var made = FileOf(name, separatorChar, hasHeader, GivenColumn.Of(columns));
            File.Copy(made, Path.Combine(Folder, name), overwrite: true);
        }

        return catalog.CreateTextLoader(columns, separatorChar, hasHeader);
    }

    /// <summary>A list of <see cref="RowCount"/> rows; another one for another <paramref name="seed"/>.</summary>
    public static List<TRow> Rows<TRow>(int seed)
        where TRow : new() => [.. GivenColumn.ObjectsOf(typeof(TRow), seed, RowCount).Cast<TRow>()];

    // A program about splitting need not say what its features are.
    private static IDataView WithFeatures(IDataView rows)
    {
        var numbers = rows.Schema.Where(column => column.Type == NumberDataViewType.Single && column.Name is not ("Label" or "Target" or "Growth")).Select(column => column.Name).ToArray();
        return rows.Schema.GetColumnOrNull("Features") is not null || numbers.Length == 0 ? rows : new MLContext().Transforms.Concatenate("Features", numbers).Fit(rows).Transform(rows);
    }

    private static string FileOf(string path, char separator, bool hasHeader, IReadOnlyList<GivenColumn> columns)
    {
        var shape = string.Join(' ', columns.Select(column => FormattableString.Invariant($"{column.Name} {column.Type} {column.Start} {column.Width}")));
        var file = Path.Combine(Folder, FormattableString.Invariant($"{StableHash(path + separator + hasHeader + shape):x8}-{Path.GetFileName(path)}"));
        lock (Gate)
        {
            if (!File.Exists(file))
            {
                File.WriteAllLines(file, GivenColumn.Lines(columns, (int)StableHash(path), RowCount, separator, hasHeader));
            }
        }

        return file;
    }

    internal static uint StableHash(string text) => text.Aggregate(2166136261, (hash, c) => unchecked((hash ^ c) * 16777619));
}
