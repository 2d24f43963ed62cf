namespace ValidCode.Rows;

/// <summary>One examination of a person.</summary>
internal sealed record Examination
{
    public string PatientId { get; set; } = "";

    public string Site { get; set; } = "";

    public DateTime Date { get; set; }

    public float Age { get; set; }

    public float Pressure { get; set; }

    public float Score { get; set; }

    public bool Label { get; set; }
}
