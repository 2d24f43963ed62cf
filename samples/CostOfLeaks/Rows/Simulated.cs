namespace CostOfLeaks;

/// <summary>Rows made so that it is known what can be learned from them.</summary>
internal static class Simulated
{
    /// <summary>The first five features of the ill are higher by one standard deviation.</summary>
    public static List<FewPeopleRow> FewPeople(int people, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, people).Select(person => new FewPeopleRow
        {
            Features = [.. random.Normals(FewPeopleRow.Measures).Select((value, measure) => measure < 5 && person % 2 == 0 ? value + 1 : value)],
            Label = person % 2 == 0,
        }).ToArray().Shuffled(random)];
    }

    /// <summary>Reports of the ill say "shadow" more often, those of the healthy "clear"; the other words say nothing.</summary>
    public static List<Report> Reports(int reports, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, reports).Select(report => new Report
        {
            Text = string.Join(' ', Enumerable.Range(0, 7).Select(_ => $"w{random.Next(2000)}").Append(random.NextDouble() < 0.7 == (report % 2 == 0) ? "shadow" : "clear")),
            Label = report % 2 == 0,
        }).ToArray().Shuffled(random)];
    }

    /// <summary>One measure is higher by two in the ill; the scanner adds <paramref name="offset"/> to all.</summary>
    public static List<SitePerson> Site(int people, float offset, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, people).Select(person => new SitePerson
        {
            Features = [random.Normal() + offset + (person % 2 == 0 ? 2 : 0), random.Normal()],
            Label = person % 2 == 0,
        }).ToArray().Shuffled(random)];
    }

    /// <summary>The recordings of one patient resemble each other; whether he is ill, nothing in them says.</summary>
    public static List<Recording> Recordings(int patients, int recordings, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, patients).SelectMany(patient =>
        {
            var voice = random.Normals(Recording.Measures);
            return Enumerable.Range(0, recordings).Select(_ => new Recording
            {
                PatientId = $"S{patient:000}",
                Features = [.. voice.Select(value => value + (0.3f * random.Normal()))],
                Label = patient % 2 == 0,
            });
        }).ToArray().Shuffled(random)];
    }

    /// <summary>Patients are numbered from 1; the last one got his number from another hospital.</summary>
    public static List<Visit> Visits(int patients, int visits, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, patients)
            .SelectMany(patient => Enumerable.Repeat(new Visit { PatientNumber = patient == patients - 1 ? 20_000 : patient + 1 }, visits)).ToArray().Shuffled(random)];
    }

    /// <summary>Each day's value is that of the day before plus a random step.</summary>
    public static List<Day> RandomWalk(int days, int seed)
    {
        var random = new Random(seed);
        var value = 0f;
        return [.. Enumerable.Range(0, days).Select(day => new Day { Date = new DateTime(2024, 1, 1).AddDays(day), Features = [day], Label = value += random.Normal() })];
    }

    /// <summary>Pressure and glucose of the ill are a little higher; record numbers were given to the ill first.</summary>
    public static List<Admission> Clinic(int people, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, people).Select(person => new Admission
        {
            RecordId = person + 1,
            Pressure = 120 + (15 * random.Normal()) + (person < people / 2 ? 10 : 0),
            Glucose = 100 + (20 * random.Normal()) + (person < people / 2 ? 10 : 0),
            Label = person < people / 2,
        }).ToArray().Shuffled(random)];
    }

    /// <summary>One person in twenty is ill, and the marker of the ill is higher by one standard deviation.</summary>
    public static List<Screened> Screening(int people, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, people).Select(person => new Screened
        {
            Marker = random.Normal() + (person % 20 == 0 ? 1 : 0),
            Volume = random.Normal(),
            Label = person % 20 == 0,
        }).ToArray().Shuffled(random)];
    }

    /// <summary>Scanner A shows the illness; scanner B, which sees one person in ten, does not.</summary>
    public static List<Scanned> TwoScanners(int people, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, people).Select(person =>
        {
            var scanner = person % 10 < 9 ? "A" : "B";
            var isIll = random.Next(2) == 0;
            return new Scanned { Scanner = scanner, Features = [random.Normal() + (isIll && scanner == "A" ? 2 : 0), random.Normal()], Label = isIll };
        }).ToArray().Shuffled(random)];
    }
}
