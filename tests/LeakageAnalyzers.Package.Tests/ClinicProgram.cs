namespace LeakageAnalyzers.Package.Tests;

/// <summary>A program over visits of patients; it runs under the guard and prints what the guard and the audit of its split found.</summary>
internal static class ClinicProgram
{
    /// <summary>Splits by visits, so that a patient's visits can land on both sides.</summary>
    public const string Leaky = Start + "TrainTestSplit(visits, testFraction: 0.25)" + End;

    /// <summary>The same, split by patients.</summary>
    public const string Honest = Start + "TrainTestSplit(visits, testFraction: 0.25, samplingKeyColumnName: nameof(Visit.PatientId))" + End;

    /// <summary>The honest one, which publishes its score and nothing beside it.</summary>
    public static string Published { get; } = Honest.Replace(Evaluation + ";", $"Console.WriteLine({Evaluation}.RSquared);", StringComparison.Ordinal);

    private const string Evaluation = "mlContext.Regression.Evaluate(guard.Tested(model.Transform(parts.TestSet)))";

    private const string Start = """
        using LeakageAnalyzers.Runtime;
        using Microsoft.ML;

        var mlContext = new MLContext(seed: 1);
        using var guard = new LeakageGuard();
        var visits = guard.Watch(mlContext.Data.LoadFromEnumerable(Visit.OfPatients(40)));
        // A patient comes four times.
        var parts = guard.Split(mlContext.Data.
        """;

    private const string End = """
        );
        var pipeline = mlContext.Transforms.Concatenate("Features", nameof(Visit.Age), nameof(Visit.Pressure))
            .Append(mlContext.Regression.Trainers.Sdca());
        var model = guard.Fit(pipeline, parts.TrainSet);
        mlContext.Regression.Evaluate(guard.Tested(model.Transform(parts.TestSet)));
        Console.WriteLine("Found: " + string.Join(", ", guard.Findings().Select(finding => $"{finding.Id} in line {finding.Line}")));
        var audit = SplitAudit.Run(parts, new AuditOptions { GroupColumn = nameof(Visit.PatientId) });
        Console.WriteLine("Audited: " + string.Join(", ", audit.Findings.Where(finding => finding.Severity == FindingSeverity.Warning).Select(finding => finding.Id)));

        public sealed class Visit
        {
            public string PatientId { get; set; } = "";
            public float Age { get; set; }
            public float Pressure { get; set; }
            public float Label { get; set; }

            public static List<Visit> OfPatients(int count) => Enumerable.Range(0, 4 * count)
                .Select(visit => new Visit { PatientId = $"P{visit / 4}", Age = 40 + visit / 4, Pressure = 110 + visit % 17, Label = visit % 5 })
                .ToList();
        }

        """;

    /// <summary>The line of the split, from 1.</summary>
    public static int SplitLine { get; } = 1 + Start.Count(character => character == '\n');
}
