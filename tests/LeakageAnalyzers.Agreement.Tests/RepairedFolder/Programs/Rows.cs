/// <summary>Independent rows.</summary>
public sealed class Reading
{
    public float Age { get; set; }
    public float Pressure { get; set; }
    public string Ward { get; set; } = "";
    public bool Label { get; set; }

    public static List<Reading> Take(int seed)
    {
        var random = new Random(seed);
        return Enumerable.Range(0, 240).Select(_ => Next(random)).ToList();
    }

    // As a device gives them: each pass asks for readings that were not there before.
    public static IEnumerable<Reading> Stream(Random random)
    {
        for (var i = 0; i < 240; i++)
        {
            yield return Next(random);
        }
    }

    private static Reading Next(Random random)
    {
        var age = random.Next(20, 90);
        return new Reading { Age = age + random.NextSingle(), Pressure = 100 + 40 * random.NextSingle(), Ward = "W" + random.Next(4), Label = age + random.Next(-15, 15) > 55 };
    }
}

/// <summary>Four rows a patient.</summary>
public sealed class Visit
{
    public string PatientId { get; set; } = "";
    public float Room { get; set; }
    public float Age { get; set; }
    public float Pressure { get; set; }
    public DateTime Day { get; set; }
    public bool Label { get; set; }
    public float Stay { get; set; }

    public static List<Visit> Take(int seed)
    {
        var random = new Random(seed);
        return Enumerable.Range(0, 240).Select(visit => Next(visit, random)).ToList();
    }

    private static Visit Next(int visit, Random random)
    {
        var age = 20 + random.Next(70);
        return new Visit
        {
            PatientId = "P" + visit / 4,
            Room = visit / 4 + 0.5f,
            Age = age + random.NextSingle(),
            Pressure = 100 + 40 * random.NextSingle(),
            Day = new DateTime(2020, 1, 1).AddHours(7 * visit),
            Label = age + random.Next(-15, 15) > 55,
            Stay = age / 10f + random.NextSingle(),
        };
    }
}
