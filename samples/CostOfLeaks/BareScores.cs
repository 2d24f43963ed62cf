using CostOfLeaks.Evaluation;

namespace CostOfLeaks;

/// <summary>The bare scores, by rule.</summary>
internal static class BareScores
{
    public static IReadOnlyList<IBareScore> All { get; } = [new LEAK501(), new LEAK502(), new LEAK504(), new LEAK506(), new LEAK507(), new LEAK508()];

    /// <summary>A score and what belongs beside it, means over as many seeds as a study has, as a line.</summary>
    public static string Describe(IBareScore bare) => $"{bare.Rows}: {bare.Score} {Mean(bare.Leaky):0.00} alone; beside it {bare.Beside} {Mean(bare.Honest):0.00;-0.00;0.00}";

    /// <summary>The mean over the seeds.</summary>
    public static double Mean(Func<int, double> measure) => Enumerable.Range(1, StudyResult.Seeds).Average(measure);
}
