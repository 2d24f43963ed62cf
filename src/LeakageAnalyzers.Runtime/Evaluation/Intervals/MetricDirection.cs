namespace LeakageAnalyzers.Runtime.Evaluation;

/// <summary>Which way a metric improves.</summary>
public enum MetricDirection
{
    /// <summary>The metric describes; neither more nor less of it is better.</summary>
    None,

    /// <summary>Higher is better.</summary>
    HigherIsBetter,

    /// <summary>Lower is better.</summary>
    LowerIsBetter,

    /// <summary>Nearer to 1 is better, as for a calibration slope.</summary>
    OneIsBest,

    /// <summary>Nearer to 0 is better, as for a bias.</summary>
    ZeroIsBest,
}
