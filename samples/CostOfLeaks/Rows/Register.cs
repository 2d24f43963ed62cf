namespace CostOfLeaks;

/// <summary>A register of examinations with nothing wrong in it: each is of another person, and all columns are independent of each other.</summary>
internal static class Register
{
    public static List<Examination> Examinations(int count, int seed, string prefix = "P")
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(number => new Examination
        {
            PatientId = $"{prefix}{number}",
            Site = random.Next(2) == 0 ? "Lyon" : "Oslo",
            Date = new DateTime(2026, 1, 1).AddDays(random.Next(365)),
            Age = 50 + (8 * random.Normal()),
            Dose = 10 + random.Normal(),
            Label = random.Next(2) == 0,
        })];
    }
}

/// <summary>One examination of a person.</summary>
internal sealed record Examination
{
    public string PatientId { get; set; } = "";

    public string Site { get; set; } = "";

    public DateTime Date { get; set; }

    public float Age { get; set; }

    public float Dose { get; set; }

    public bool Label { get; set; }
}
