using LeakageAnalyzers.Runtime.Statistics;
using LeakageAnalyzers.Runtime.Tests.Data;
using LeakageAnalyzers.Runtime.Tests.ReferenceValues;
using Microsoft.ML;
using Microsoft.ML.Data;
using static Microsoft.ML.DataOperationsCatalog;

namespace LeakageAnalyzers.Runtime.Tests.Splitting;

/// <summary>By how much folds that cut people flatter a model, beside what scikit-learn measures on the same voices: near it, since folds are others.</summary>
public sealed class GroupedOverestimateTests
{
    private const int Seeds = 5;

    private static readonly MLContext Ml = new(seed: 1);

    [Theory]
    [InlineData("parkinsons: status (Oxford voice, Little 2007)", false)]
    [InlineData("parkinsons: RANDOM label per subject (control)", true)]
    public void Nearest_neighbours_recognise_people(string study, bool random) => Check(study, "knn1", 0.04, seed => random ? Dealt(seed) : VoiceRecording.All, Neighbours);

    [Fact]
    public void A_linear_model_is_flattered_less() =>
        Check("parkinsons: status (Oxford voice, Little 2007)", "logreg", 0.04, _ => VoiceRecording.All, Linear);

    private static void Check(string study, string model, double margin, Func<int, IReadOnlyList<VoiceRecording>> voicesOf, Func<TrainTestData, IEnumerable<(bool, double)>> score)
    {
        var known = ReferenceFile.Open("grouped-cv-overestimate")["results"]![study]!;
        Assert.Equal((known.Count("n_rows"), known.Count("n_subjects")), (VoiceRecording.All.Count, VoiceRecording.All.Select(voice => voice.PatientId).Distinct().Count()));
        var (byRow, byPerson) = (0.0, 0.0);
        for (var seed = 0; seed < Seeds; seed++)
        {
            var voices = Ml.Data.LoadFromEnumerable(voicesOf(seed));
            byRow += Auc(Ml.Data.CrossValidationSplit(voices, 5, seed: seed), score) / Seeds;
            byPerson += Auc(Ml.Data.StratifiedGroupKFold(voices, "Label", nameof(VoiceRecording.PatientId), 5, seed), score) / Seeds;
        }

        var (row, person) = (known[$"{model}/row"]!, known[$"{model}/group"]!);
        Assert.Equal(row.Number("auc"), byRow, row.Number("auc_sd") + margin);
        Assert.Equal(person.Number("auc"), byPerson, person.Number("auc_sd") + margin);
    }

    private static double Auc(IEnumerable<TrainTestData> folds, Func<TrainTestData, IEnumerable<(bool, double)>> score)
    {
        var pooled = folds.SelectMany(score).ToList();
        return RocAuc.Compute([.. pooled.Select(row => row.Item1)], [.. pooled.Select(row => row.Item2)]);
    }

    private static IEnumerable<(bool, double)> Linear(TrainTestData fold)
    {
        var scored = Ml.Transforms.NormalizeMeanVariance("Features", fixZero: false).Append(Ml.BinaryClassification.Trainers.LbfgsLogisticRegression(l1Regularization: 0))
            .Fit(fold.TrainSet).Transform(fold.TestSet);
        return [.. scored.GetColumn<bool>("Label").Zip(scored.GetColumn<float>("Probability"), (label, probability) => (label, (double)probability))];
    }

    private static IEnumerable<(bool, double)> Neighbours(TrainTestData fold)
    {
        var scaled = Ml.Transforms.NormalizeMeanVariance("Features", fixZero: false).Fit(fold.TrainSet);
        (bool Label, float[] Features)[] Read(IDataView rows) =>
            [.. scaled.Transform(rows).GetColumn<bool>("Label").Zip(scaled.Transform(rows).GetColumn<float[]>("Features"))];
        var train = Read(fold.TrainSet);
        return Read(fold.TestSet).Select(test => (test.Label, train.MinBy(known => known.Features.Zip(test.Features, (a, b) => (a - b) * (a - b)).Sum()).Label ? 1.0 : 0));
    }

    /// <summary>Half of the people are said to be ill, whoever they are.</summary>
    private static List<VoiceRecording> Dealt(int seed)
    {
        string[] people = [.. VoiceRecording.All.Select(voice => voice.PatientId).Distinct()];
        new Random(seed).Shuffle(people);
        var ill = people.Take(people.Length / 2).ToHashSet();
        return [.. VoiceRecording.All.Select(voice => new VoiceRecording { PatientId = voice.PatientId, Features = voice.Features, Label = ill.Contains(voice.PatientId) })];
    }
}
