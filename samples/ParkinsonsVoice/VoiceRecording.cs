using System.Globalization;
using LeakageAnalyzers.Runtime;
using Microsoft.ML.Data;

namespace ParkinsonsVoice;

/// <summary>One recording of one person's voice.</summary>
internal sealed class VoiceRecording
{
    private const int Measures = 22;

    /// <summary>The person who speaks: 32 people, 6 or 7 recordings each.</summary>
    [GroupKey]
    public string PatientId { get; set; } = "";

    /// <summary>22 measures of pitch, loudness and noise.</summary>
    [VectorType(Measures)]
    public float[] Voice { get; set; } = [];

    /// <summary>Whether the person has Parkinson's disease.</summary>
    public bool Label { get; set; }

    /// <summary>Reads the file that <c>data/DATA.md</c> describes.</summary>
    public static IReadOnlyList<VoiceRecording> Load(string path)
    {
        var lines = File.ReadAllLines(path);
        var header = lines[0].Split(',').ToList();
        var (name, status) = (header.IndexOf("name"), header.IndexOf("status"));
        return [.. lines.Skip(1).Where(line => line.Length > 0).Select(line => line.Split(',')).Select(cells => new VoiceRecording
        {
            // phon_R01_S01_1 is the first recording of S01.
            PatientId = cells[name].Split('_')[2],
            Voice = [.. cells.Where((_, column) => column != name && column != status).Select(cell => float.Parse(cell, CultureInfo.InvariantCulture))],
            Label = cells[status] == "1",
        })];
    }

    /// <summary>The same recordings with the labels dealt out anew between the people: nothing about the disease is left to learn.</summary>
    public static IReadOnlyList<VoiceRecording> WithRandomLabels(IReadOnlyList<VoiceRecording> recordings, int seed)
    {
        var labels = recordings.GroupBy(recording => recording.PatientId).Select(person => person.First().Label).ToArray();
        new Random(seed).Shuffle(labels);
        var dealt = recordings.Select(recording => recording.PatientId).Distinct().Zip(labels).ToDictionary(pair => pair.First, pair => pair.Second);
        return [.. recordings.Select(recording => new VoiceRecording { PatientId = recording.PatientId, Voice = recording.Voice, Label = dealt[recording.PatientId] })];
    }
}

/// <summary>What a model says of a held-out recording.</summary>
internal sealed class ScoredRecording
{
    /// <summary>The person who speaks.</summary>
    public string PatientId { get; set; } = "";

    /// <summary>The truth.</summary>
    public bool Label { get; set; }

    /// <summary>The model's score; higher is more likely diseased.</summary>
    public float Score { get; set; }

    /// <summary>The model's probability that the person is diseased.</summary>
    public float Probability { get; set; }

    /// <summary>The model's decision.</summary>
    public bool PredictedLabel { get; set; }
}
