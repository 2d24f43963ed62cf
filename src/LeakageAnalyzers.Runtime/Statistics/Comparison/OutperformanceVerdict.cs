namespace LeakageAnalyzers.Runtime.Statistics;

/// <summary>The three outcomes of Bouthillier et al. (2021).</summary>
public enum OutperformanceVerdict
{
    /// <summary>The interval of P(A &gt; B) reaches down to 0.5: it may be chance.</summary>
    NotSignificant,

    /// <summary>Better than chance, but the interval stays below what is meaningful.</summary>
    SignificantNotMeaningful,

    /// <summary>Better than chance, and what is meaningful lies within the interval or below it.</summary>
    SignificantAndMeaningful,
}
