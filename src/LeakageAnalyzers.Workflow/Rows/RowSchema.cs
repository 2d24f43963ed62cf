namespace LeakageAnalyzers.Workflow.Rows;

/// <summary>The columns of a row set, as far as they are known.</summary>
/// <param name="Columns">The known columns, in order; a later one shadows an earlier one of the same name.</param>
/// <param name="IsComplete">Whether there is no other column.</param>
public sealed record RowSchema(EquatableList<Column> Columns, bool IsComplete)
{
    /// <summary>Nothing is known about the columns.</summary>
    public static RowSchema Unknown { get; } = new(EquatableList<Column>.Empty, false);

    /// <summary>The column of that name, or null.</summary>
    public Column? Find(string name)
    {
        for (var i = Columns.Count - 1; i >= 0; i--)
        {
            if (Columns[i].Name == name)
            {
                return Columns[i];
            }
        }

        return null;
    }

    /// <summary>The source columns that the column <paramref name="name"/> is computed from, itself where it is one.</summary>
    public IEnumerable<string> SourcesOf(string name) => Find(name) is { IsDerived: true } column ? column.DerivedFrom : [name];

    /// <summary>This schema with <paramref name="column"/> in place of any other of its name.</summary>
    public RowSchema With(Column column) =>
        this with { Columns = Find(column.Name) is null ? Columns.Add(column) : EquatableList<Column>.From(Columns.Where(other => other.Name != column.Name).Append(column)) };
}
