namespace ValidCode.Rows;

/// <summary>One measurement of a person of whom there is no other.</summary>
internal sealed record Measurement
{
    public string Site { get; set; } = "";

    public float Age { get; set; }

    public float Pressure { get; set; }

    public bool Label { get; set; }
}
