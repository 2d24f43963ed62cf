using NearDuplicateImages;

const int People = 200;
const int Copies = 120;

var once = Archive.Of(People, seed: 1);
var (leaky, found, leakyReport) = Study.Run(Archive.WithCopies(once, Copies), "archive with copies");
var (honest, clean, honestReport) = Study.Run(once, "each person once");

Console.WriteLine($"Radiographs of {People} people, drawn; the label is a coin toss a person. {Copies} people came back and got a new number, their picture resized and compressed anew.");
Console.WriteLine("Both splits keep each number on one side.");
Console.WriteLine();
Console.WriteLine($"archive with copies         {leaky.AreaUnderRocCurve}");
Console.WriteLine($"each person once            {honest.AreaUnderRocCurve}");
Console.WriteLine();
Console.WriteLine("What the audit says of the archive with copies:");
Print(found);
Console.WriteLine("What it says of each person once:");
Print(clean);
Console.WriteLine($"Reports: {leakyReport}, {honestReport}");

static void Print(LeakageAnalyzers.Runtime.AuditReport report)
{
    foreach (var finding in report.Findings.Where(finding => finding.Severity == LeakageAnalyzers.Runtime.FindingSeverity.Warning).Select(finding => finding.ToString()).DefaultIfEmpty("no leak"))
    {
        Console.WriteLine($"  {finding}");
    }
}
