namespace LeakageAnalyzers.Agreement.Host.Data;

/// <summary>Rows for a parameter of which nothing but <c>IDataView</c> is known: the columns that programs under test name.</summary>
public sealed class SuppliedRow
{
    /// <summary>A measurement.</summary>
    public float Age { get; set; }

    /// <summary>A measurement.</summary>
    public float Pressure { get; set; }

    /// <summary>A category.</summary>
    public string Ward { get; set; } = "";

    /// <summary>What is predicted.</summary>
    public bool Label { get; set; }

    /// <summary>What is predicted.</summary>
    public bool IsIll { get; set; }

    /// <summary>Measurements.</summary>
    [Microsoft.ML.Data.VectorType(3)]
    public float[] Features { get; set; } = [];
}
