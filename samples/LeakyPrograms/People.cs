using System.Globalization;
using Microsoft.ML.Data;

/// <summary>One recording of one person's voice; <c>samples/ParkinsonsVoice/data/DATA.md</c> describes the file.</summary>
public sealed class VoiceRecording
{
    public string PatientId { get; set; } = "";

    [VectorType(22)]
    public float[] Voice { get; set; } = [];

    public bool Label { get; set; }

    public static List<VoiceRecording> Load(string path)
    {
        var lines = File.ReadAllLines(path);
        var header = lines[0].Split(',').ToList();
        var (name, status) = (header.IndexOf("name"), header.IndexOf("status"));
        return [.. lines.Skip(1).Where(line => line.Length > 0).Select(line => line.Split(',')).Select(cells => new VoiceRecording
        {
            PatientId = cells[name].Split('_')[2],
            Voice = [.. cells.Where((_, column) => column != name && column != status).Select(cell => float.Parse(cell, CultureInfo.InvariantCulture))],
            Label = cells[status] == "1",
        })];
    }
}

/// <summary>Simulated people: whether somebody is ill is a coin toss, and nothing measured tells it.</summary>
public static class People
{
    /// <summary>People of whom many things were measured.</summary>
    public static List<MeasuredPerson> Measured(int people, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, people).Select(person => new MeasuredPerson { Features = Draw(random, 1000), Label = random.Next(2) == 0 })];
    }

    /// <summary>People of whom a few things were measured.</summary>
    public static List<Person> Few(int people, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, people).Select(person => new Person { Features = Draw(random, 10), Label = random.Next(2) == 0 })];
    }

    /// <summary>People numbered as they came to a clinic, the ill ones first; their pressure is a little higher.</summary>
    public static List<Admission> Admitted(int people, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(1, people).Select(number => new Admission
        {
            RecordId = number, Pressure = 120 + (15 * Normal(random)) + (number <= people / 2 ? 8 : 0), Label = number <= people / 2,
        })];
    }

    /// <summary>Days of a measure that wanders about its mean, which nobody can forecast from the calendar.</summary>
    public static List<Day> Days(int days, int seed)
    {
        var random = new Random(seed);
        var level = 0f;
        return [.. Enumerable.Range(0, days).Select(day => new Day { Date = new DateTime(2020, 1, 1).AddDays(day), Features = [day], Label = level = (0.95f * level) + Normal(random) })];
    }

    private static float[] Draw(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => Normal(random))];

    private static float Normal(Random random) => (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
}

public sealed class MeasuredPerson
{
    [VectorType(1000)]
    public float[] Features { get; set; } = [];

    public bool Label { get; set; }
}

public sealed class Person
{
    [VectorType(10)]
    public float[] Features { get; set; } = [];

    public bool Label { get; set; }
}

public sealed class Admission
{
    public float RecordId { get; set; }

    public float Pressure { get; set; }

    public bool Label { get; set; }
}

public sealed class Day
{
    public DateTime Date { get; set; }

    [VectorType(1)]
    public float[] Features { get; set; } = [];

    public float Label { get; set; }
}
