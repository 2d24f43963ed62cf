using LeakageAnalyzers.Runtime;
using Microsoft.ML;
using ParkinsonsVoice;

// How many ways to deal the folds: enough to see that the gap is no accident of one of them.
const int Seeds = 10;

var recordings = VoiceRecording.Load(Path.Combine(AppContext.BaseDirectory, "data", "parkinsons.csv"));
var people = recordings.Select(recording => recording.PatientId).Distinct().Count();
Console.WriteLine($"Parkinson's disease from the voice: {recordings.Count} recordings of {people} people.");
Console.WriteLine($"Area under the ROC curve of 5-fold cross-validation, mean and standard deviation over {Seeds} seeds:");
Console.WriteLine();
Console.WriteLine($"{"",-46}{"leaky",-16}{"honest",-16}inflation");
var (leaky, honest) = Compare("real labels", _ => recordings);
Compare("control: labels dealt at random to the people", seed => VoiceRecording.WithRandomLabels(recordings, seed));

Console.WriteLine();
Console.WriteLine("In the control nothing can be learned: whatever the leaky program scores above .5 is recognition of people, not of disease.");
Explain("Leaky.cs", Leaky.Scored, leaky);
Explain("Honest.cs", Honest.Scored, honest);

(double[] Leaky, double[] Honest) Compare(string name, Func<int, IReadOnlyList<VoiceRecording>> labelled)
{
    var (withLeak, without) = (Scores(Leaky.Score, labelled), Scores(Honest.Score, labelled));
    Console.WriteLine($"{name,-46}{Spread.Of(withLeak),-16}{Spread.Of(without),-16}{withLeak.Average() - without.Average():+0.000;-0.000}");
    return (withLeak, without);
}

static double[] Scores(Func<IReadOnlyList<VoiceRecording>, int, LeakageGuard, double> program, Func<int, IReadOnlyList<VoiceRecording>> labelled) =>
    [.. Enumerable.Range(0, Seeds).Select(seed =>
    {
        using var guard = new LeakageGuard();
        return program(labelled(seed), seed, guard);
    })];

void Explain(string file, VoiceProgram program, double[] overSeeds)
{
    using var guard = new LeakageGuard();
    var folds = new List<(ITransformer Model, DataOperationsCatalog.TrainTestData Parts)>();
    var scored = program(recordings, 0, guard, (model, parts) => folds.Add((model, parts)));
    var findings = guard.Findings();
    Console.WriteLine();
    Console.WriteLine($"What the guard saw in {file}: {(findings.Count == 0 ? "no leak" : "")}");
    foreach (var finding in findings)
    {
        Console.WriteLine($"  {Path.GetFileName(finding.FilePath)}({finding.Line}): {finding.Id}: {finding.Message}");
    }

    var (auc, report) = VoiceReport.Save(file, scored, [.. folds.Select(fold => fold.Model)], [.. folds.Select(fold => fold.Parts)], overSeeds, guard);
    Console.WriteLine($"Of one seed, people drawn as wholes: {auc}");
    Console.WriteLine($"Report: {report}");
}

/// <summary>One of the two programs: the held-out recordings, each scored; told of each fold's model and parts.</summary>
internal delegate IReadOnlyList<ScoredRecording> VoiceProgram(
    IReadOnlyList<VoiceRecording> recordings, int seed, LeakageGuard guard, Action<ITransformer, DataOperationsCatalog.TrainTestData>? onFold);
