namespace HonestNumbers;

/// <summary>A decision beside the truth.</summary>
internal sealed class Judged
{
    public bool Label { get; set; }

    public bool PredictedLabel { get; set; }
}
