namespace LeakageAnalyzers.Runtime.Guard.Rows;

/// <summary>Rows that an operation has read.</summary>
internal interface IReadRows
{
    /// <summary>Their ids, as far as they are known by now.</summary>
    public RowCollector Rows();
}
