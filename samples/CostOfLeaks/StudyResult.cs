namespace CostOfLeaks;

/// <summary>What a study came to over several seeds.</summary>
internal sealed record StudyResult(string Id, IStudy Study, IReadOnlyList<double> Leaky, IReadOnlyList<double> Honest)
{
    /// <summary>How many rows and splits are drawn for each study.</summary>
    public const int Seeds = 10;

    public static StudyResult Of(IStudy study)
    {
        var seeds = Enumerable.Range(1, Seeds).ToList();
        return new StudyResult(study.GetType().Name, study, [.. seeds.Select(study.Leaky)], [.. seeds.Select(study.Honest)]);
    }

    /// <summary>The result as a sentence: means over the seeds, and the standard error of the mean of the difference.</summary>
    public override string ToString()
    {
        var differences = Leaky.Zip(Honest, (leaky, honest) => leaky - honest).ToList();
        var mean = differences.Average();
        var error = Math.Sqrt(differences.Sum(difference => (difference - mean) * (difference - mean)) / (differences.Count - 1) / differences.Count);
        return $"{Study.Rows}: {Study.Measure} {Leaky.Average():0.00} leaky, {Honest.Average():0.00} honest; difference {mean:+0.00;-0.00;0.00} ± {error:0.00}";
    }
}
