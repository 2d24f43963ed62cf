using Microsoft.ML.Data;

namespace CostOfLeaks;

/// <summary>One of few people with many measures.</summary>
internal sealed class FewPeopleRow
{
    public const int Measures = 100;

    [VectorType(Measures)]
    public float[] Features { get; set; } = [];

    public bool Label { get; set; }
}

/// <summary>What a radiologist wrote.</summary>
internal sealed class Report
{
    public string Text { get; set; } = "";

    public bool Label { get; set; }
}

/// <summary>A person measured at one site.</summary>
internal sealed class SitePerson
{
    [VectorType(2)]
    public float[] Features { get; set; } = [];

    public bool Label { get; set; }
}

/// <summary>One of several recordings of a patient.</summary>
internal sealed class Recording
{
    public const int Measures = 10;

    public string PatientId { get; set; } = "";

    [VectorType(Measures)]
    public float[] Features { get; set; } = [];

    public bool Label { get; set; }
}

/// <summary>One of several visits of a patient, whose number was read as a floating-point number.</summary>
internal sealed class Visit
{
    public float PatientNumber { get; set; }
}

/// <summary>One day of a series.</summary>
internal sealed class Day
{
    public DateTime Date { get; set; }

    [VectorType(1)]
    public float[] Features { get; set; } = [];

    public float Label { get; set; }
}

/// <summary>A person admitted to a clinic.</summary>
internal sealed class Admission
{
    public float RecordId { get; set; }

    public float Pressure { get; set; }

    public float Glucose { get; set; }

    public bool Label { get; set; }
}

/// <summary>A person who is screened.</summary>
internal sealed class Screened
{
    public float Marker { get; set; }

    public float Volume { get; set; }

    public bool Label { get; set; }
}

/// <summary>A person on one of two scanners.</summary>
internal sealed class Scanned
{
    public string Scanner { get; set; } = "";

    [VectorType(2)]
    public float[] Features { get; set; } = [];

    public bool Label { get; set; }
}
