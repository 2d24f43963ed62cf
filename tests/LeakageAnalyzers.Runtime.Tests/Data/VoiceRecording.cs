using System.Globalization;
using Microsoft.ML.Data;

namespace LeakageAnalyzers.Runtime.Tests.Data;

/// <summary>One recording of one person's voice: 195 of 32 people, with or without Parkinson's disease (Little et al. 2007).</summary>
public sealed class VoiceRecording
{
    private const int Measures = 22;

    [GroupKey]
    public string PatientId { get; set; } = "";

    [VectorType(Measures)]
    public float[] Features { get; set; } = [];

    public bool Label { get; set; }

    public static IReadOnlyList<VoiceRecording> All { get; } =
    [
        .. DataFile.Rows("parkinsons.csv").Select(row => new VoiceRecording
        {
            // phon_R01_S01_1 is the first recording of S01.
            PatientId = row["name"].Split('_')[2],
            Features = [.. row.Where(cell => cell.Key is not ("name" or "status")).Select(cell => float.Parse(cell.Value, CultureInfo.InvariantCulture))],
            Label = row["status"] == "1",
        }),
    ];
}
