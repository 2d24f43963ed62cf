using LeakageAnalyzers.Runtime;
using LeakageAnalyzers.Runtime.Evaluation;
using Microsoft.ML;

namespace HonestNumbers;

/// <summary>Circular analysis in ML.NET: the same noise, the choice of features before the folds and inside them, each with the report of what was measured.</summary>
internal static class CircularReport
{
    private const int Rows = 100;

    /// <summary>Runs both and writes their reports.</summary>
    public static void Show(Action<string> write)
    {
        var rows = NoiseRow.Draw(Rows, seed: 1);
        Write("chosen before the folds", SelectedBefore.Scored);
        Write("chosen inside the folds", SelectedInside.Scored);

        void Write(string choice, Func<IReadOnlyList<NoiseRow>, LeakageGuard, Action<ITransformer, DataOperationsCatalog.TrainTestData>, IReadOnlyList<ScoredNoise>> program)
        {
            using var guard = new LeakageGuard();
            var folds = new List<(ITransformer Model, DataOperationsCatalog.TrainTestData Parts)>();
            var scored = program(rows, guard, (model, parts) => folds.Add((model, parts)));
            var mlContext = new MLContext(seed: 1);
            var evaluation = mlContext.BinaryClassification.EvaluateWithIntervals(mlContext.Data.LoadFromEnumerable(scored));
            var (fitted, fold) = folds[0];
            var report = EvaluationReport.From(new ReportContents
            {
                Title = $"A label that nothing tells: features {choice}",
                Subject = $"A coin toss, from {NoiseRow.Features} random numbers, of which the 50 that go with it best are kept. Logistic regression, five folds, held-out rows pooled.",
                Guard = guard,
                Audit = SplitAudit.Run(fold, AuditOptions.Of<NoiseRow>()),
                Evaluation = evaluation,
                Baselines = Baselines.Evaluate(mlContext.BinaryClassification, fitted, fold.TrainSet, fold.TestSet),
            });
            write($"{choice}  {evaluation.AreaUnderRocCurve}");
            foreach (var finding in guard.Findings())
            {
                write($"  the guard: {finding.Id}: {finding.Message}");
            }

            write($"  {report.Save(Path.Combine(AppContext.BaseDirectory, "reports", $"{choice.Replace(' ', '-')}.html"))}");
        }
    }
}
