namespace ValidCode.Rows;

/// <summary>Simulated patients: blood pressure and age say something about the disease, and the rest is noise.</summary>
internal static class Clinic
{
    private static readonly string[] Sites = ["Lyon", "Oslo", "Porto"];

    /// <summary>Three examinations of each of <paramref name="people"/>.</summary>
    public static List<Examination> Examinations(int people = 150, int seed = 1)
    {
        var random = new Random(seed);
        var examinations = new List<Examination>();
        for (var person = 0; person < people; person++)
        {
            var isIll = random.Next(2) == 0;
            for (var visit = 0; visit < 3; visit++)
            {
                examinations.Add(new Examination
                {
                    PatientId = $"P{person}",
                    Site = Sites[random.Next(Sites.Length)],
                    Date = new DateTime(2025, 1, 1).AddDays(random.Next(600)),
                    Age = 50 + (10 * random.NextSingle()) + (isIll ? 4 : 0),
                    Pressure = 120 + (30 * random.NextSingle()) + (isIll ? 10 : 0),
                    Score = random.NextSingle(),
                    Label = isIll,
                });
            }
        }

        return examinations;
    }

    /// <summary>One measurement of each of <paramref name="people"/>.</summary>
    public static List<Measurement> Measurements(int people = 400, int seed = 1) =>
    [
        .. Examinations(people, seed).GroupBy(examination => examination.PatientId).Select(visits => visits.First())
            .Select(visit => new Measurement { Site = visit.Site, Age = visit.Age, Pressure = visit.Pressure, Label = visit.Label }),
    ];
}
