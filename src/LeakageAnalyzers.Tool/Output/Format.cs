namespace LeakageAnalyzers.Tool.Output;

/// <summary>The ways to write down a run.</summary>
internal enum Format
{
    /// <summary>For reading in a terminal.</summary>
    Console,

    /// <summary>SARIF 2.1.0, for code scanning.</summary>
    Sarif,

    /// <summary>Our own fields, for scripts.</summary>
    Json,

    /// <summary>A page with pictures.</summary>
    Html,

    /// <summary>Annotations of a GitHub workflow.</summary>
    GitHub,
}
