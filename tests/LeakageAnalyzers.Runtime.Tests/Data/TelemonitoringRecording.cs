using System.Globalization;
using Microsoft.ML.Data;

namespace LeakageAnalyzers.Runtime.Tests.Data;

/// <summary>One recording of the voice of one of 42 people with Parkinson's disease, over half a year: 5875 in all (Tsanas et al. 2009).</summary>
public sealed class TelemonitoringRecording
{
    private const int Measures = 16;

    [GroupKey]
    public int SubjectId { get; set; }

    public float Age { get; set; }

    public bool IsFemale { get; set; }

    /// <summary>Days since the person was recruited.</summary>
    public float Day { get; set; }

    [VectorType(Measures)]
    public float[] Voice { get; set; } = [];

    /// <summary>The severity of the disease.</summary>
    public float Label { get; set; }

    public static IReadOnlyList<TelemonitoringRecording> All { get; } =
    [
        .. DataFile.Rows("parkinsons_updrs.csv").Select(row => new TelemonitoringRecording
        {
            SubjectId = int.Parse(row["subject#"], CultureInfo.InvariantCulture),
            Age = Number(row["age"]),
            IsFemale = row["sex"] == "1",
            Day = Number(row["test_time"]),
            Voice = [.. row.Values.Skip(6).Select(Number)],
            Label = Number(row["total_UPDRS"]),
        }),
    ];

    private static float Number(string text) => float.Parse(text, CultureInfo.InvariantCulture);
}
