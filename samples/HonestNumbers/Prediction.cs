namespace HonestNumbers;

/// <summary>What a model decides for a row.</summary>
internal sealed class Prediction
{
    public bool PredictedLabel { get; set; }

    public float Score { get; set; }

    public float Probability { get; set; }
}
