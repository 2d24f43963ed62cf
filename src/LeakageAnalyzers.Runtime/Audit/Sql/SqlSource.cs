using System.Data.Common;
using System.Globalization;
using LeakageAnalyzers.Runtime.Audit.Sources;
using Microsoft.ML;

namespace LeakageAnalyzers.Runtime.Audit.Sql;

/// <summary>Train and test rows in a database, which does the counting. Nothing is written to it.</summary>
internal sealed class SqlSource : IAuditSource
{
    private readonly SqlSplit _split;
    private readonly CancellationToken _cancellation;
    private readonly Dictionary<string, SqlColumn> _columns;
    private readonly SqlText _text;
    private readonly Lazy<SideCounts> _rows;
    private (int MostRows, (IDataView Train, IDataView Test) Rows)? _sample;

    /// <exception cref="ArgumentException">The sides have no column in common.</exception>
    public SqlSource(SqlSplit split, CancellationToken cancellation)
    {
        (_split, _cancellation) = (split, cancellation);
        var test = Query(SqlText.Schema(split.Test), SqlColumn.Read).ToDictionary(column => column.Name);
        _columns = Query(SqlText.Schema(split.Train), SqlColumn.Read)
            .Where(column => test.TryGetValue(column.Name, out var other) && other.Value == column.Value).ToDictionary(column => column.Name);
        if (_columns.Count == 0)
        {
            throw new ArgumentException($"The queries of train and test rows have no column in common; the test rows have {string.Join(", ", test.Keys.Select(name => $"'{name}'"))}.", nameof(split));
        }

        Columns = [.. _columns.Values.Select(column => column.ToAuditColumn())];
        _text = new SqlText(split, _columns);
        _rows = new(() => Query(_text.Rows(), Counts) is var counts ? new SideCounts(counts[0], counts[1]) : default);
    }

    /// <inheritdoc/>
    public IReadOnlyList<AuditColumn> Columns { get; }

    /// <inheritdoc/>
    public (bool Train, bool Test) HaveRows() => (Rows().Train > 0, Rows().Test > 0);

    /// <inheritdoc/>
    public SplitOverlap Overlap(string? group, IReadOnlyList<string> columns) =>
        new(Rows(), group is null ? null : Groups(group), columns.Count == 0 ? null : Content(columns));

    /// <inheritdoc/>
    public TimeOverlap Times(string column)
    {
        var counts = Query(_text.Times(column), Counts);
        return new TimeOverlap(counts[0], new SideCounts(counts[1], counts[2]));
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, SideCounts> Values(string column, string? group)
    {
        var (train, test) = (CountValues(_split.Train, column, group), CountValues(_split.Test, column, group));
        return train.Keys.Union(test.Keys).ToDictionary(
            value => value,
            value => new SideCounts(train.TryGetValue(value, out var trained) ? trained : 0, test.TryGetValue(value, out var tested) ? tested : 0),
            StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public (IDataView Train, IDataView Test) Sample(int mostRows)
    {
        // Rows drawn at random are drawn once; all rows are the same whatever the limit is.
        var most = (int)Math.Min(mostRows, Math.Max(Rows().Train, Rows().Test));
        if (_sample is not { } known || known.MostRows != most)
        {
            _sample = known = (most, (SampleOf(_split.Train, Rows().Train, most), SampleOf(_split.Test, Rows().Test, most)));
        }

        return known.Rows;
    }

    private static long[] Counts(DbDataReader reader)
    {
        reader.Read();
        return [.. Enumerable.Range(0, reader.FieldCount).Select(field => reader.GetValue(field) is System.Numerics.BigInteger large
            ? (long)large
            : Convert.ToInt64(reader.GetValue(field), CultureInfo.InvariantCulture))];
    }

    private static List<T> ReadAll<T>(DbDataReader reader, Func<DbDataReader, T> read)
    {
        var all = new List<T>();
        while (reader.Read())
        {
            all.Add(read(reader));
        }

        return all;
    }

    private SideCounts Rows() => _rows.Value;

    private GroupOverlap Groups(string column)
    {
        var counts = Query(_text.Groups(column), Counts);
        var examples = Query(_text.SharedGroups(column, GroupOverlap.MostExamples), reader => ReadAll(reader, row => NameOf(column, row.GetValue(0))!));
        return new GroupOverlap(new SideCounts(counts[0], counts[1]), counts[2], counts[3], new SideCounts(counts[4], counts[5]), examples);
    }

    private ContentOverlap Content(IReadOnlyList<string> columns)
    {
        var counts = Query(_text.Content(columns), Counts);
        return new ContentOverlap(counts[0], counts[1]);
    }

    private Dictionary<string, long> CountValues(string side, string column, string? group) => Query(_text.Values(side, column, group), reader =>
        ReadAll(reader, row => (Name: NameOf(column, row.GetValue(0))!, Count: Convert.ToInt64(row.GetValue(1) is System.Numerics.BigInteger large ? (long)large : row.GetValue(1), CultureInfo.InvariantCulture)))
            .ToDictionary(value => value.Name, value => value.Count, StringComparer.Ordinal));

    private ColumnTable SampleOf(string side, long rows, int mostRows)
    {
        SqlColumn[] columns = [.. _columns.Values.Where(column => column.Value is not null)];
        return Query(_text.Sample(side, columns.Select(column => column.Name), rows > mostRows ? mostRows : null), reader => ColumnTable.Read(reader, columns, _cancellation));
    }

    private string? NameOf(string column, object value) => ColumnTable.NameOf(_columns[column].Convert(value));

    private T Query<T>(string sql, Func<DbDataReader, T> read)
    {
        _cancellation.ThrowIfCancellationRequested();
        _split.Log?.Invoke(sql);
        using var command = _split.Connection.CreateCommand();
        command.CommandText = sql;

        // An audit takes as long as it takes; its caller can cancel it.
        command.CommandTimeout = 0;
        using var registration = _cancellation.Register(command.Cancel);
        try
        {
            using var reader = command.ExecuteReader();
            return read(reader);
        }
        catch (DbException) when (_cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(_cancellation);
        }
    }
}
