using System.Text;
using LeakageAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace LeakageAnalyzers.Tests.Snapshots;

/// <summary>Everything the analyzer says of one program, as a reader sees it.</summary>
public sealed class WholeProgramTests
{
    [Fact]
    public async Task A_study_with_every_leak()
    {
        const string program = """
            var ml = new MLContext(seed: 1);
            var visits = ml.Data.LoadFromTextFile<Visit>("visits.csv", separatorChar: ',');

            var preparation = ml.Transforms.ReplaceMissingValues("Age", replacementMode: MissingValueReplacingEstimator.ReplacementMode.Mean)
                .Append(ml.Transforms.Concatenate("Features", "Age", "Pressure"))
                .Append(ml.Transforms.NormalizeMinMax("Features"));
            var prepared = preparation.Fit(visits).Transform(visits);

            var split = ml.Data.TrainTestSplit(prepared, testFraction: 0.2);
            var model = ml.BinaryClassification.Trainers.FastTree().Fit(prepared);
            var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
            """;

        var text = new StringBuilder();
        foreach (var finding in await Analysis.OfAsync(program))
        {
            text.AppendLine(finding.ToString());
            text.AppendLine($"    {Marked(finding.Location)}");
            foreach (var place in finding.AdditionalLocations)
            {
                text.AppendLine($"    see {place.GetLineSpan().StartLinePosition.Line + 1}: {Marked(place)}");
            }
        }

        Approved.Match(text.ToString(), nameof(A_study_with_every_leak));
    }

    private static string Marked(Location place) => place.SourceTree!.GetText().ToString(place.SourceSpan);
}
