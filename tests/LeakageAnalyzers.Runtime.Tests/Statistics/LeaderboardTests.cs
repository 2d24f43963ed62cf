using LeakageAnalyzers.Runtime.Statistics;
using LeakageAnalyzers.Runtime.Tests.ReferenceValues;
using MathNet.Numerics.Distributions;

namespace LeakageAnalyzers.Runtime.Tests.Statistics;

public sealed class LeaderboardTests
{
    [Fact]
    public void The_rule_gives_the_paper_s_verdicts_on_its_eight_challenges()
    {
        var verdicts = ReferenceFile.Open("kaggle-fig3").Rows("rows").ToDictionary(
            row => row["challenge"]!.GetValue<string>(),
            row => LeaderboardNoise.Judge(row.Number("winner_gap"), row.Number("noise_p5_p95_width") / 2, row.Number("diff_median")));

        var real = verdicts.Where(verdict => verdict.Value == LeaderboardVerdict.RealImprovement).Select(verdict => verdict.Key);
        var overfit = verdicts.Where(verdict => verdict.Value == LeaderboardVerdict.Overfit).Select(verdict => verdict.Key);
        Assert.Equal(["ultrasound-nerve-segmentation", "2021-siim-covid19"], real);
        Assert.Equal(["siim-acr-pneumothorax-segmentation"], overfit);
        Assert.Equal(8, verdicts.Count);
    }

    [Fact]
    public void The_noise_of_a_simulated_leaderboard_is_found()
    {
        const double noise = 0.01;
        var (publicScores, privateScores) = Board(noise, winnerLead: 0);
        var analysis = LeaderboardNoise.Of(publicScores, privateScores, higherIsBetter: true);

        // A difference of two scores has √2 times the noise of one; 5 % lie beyond 1.645 standard deviations.
        Assert.Equal(1.645 * Math.Sqrt(2) * noise, analysis.Noise, 0.004);
        Assert.Equal(0, analysis.Shift, 0.002);
        Assert.Equal(LeaderboardVerdict.DiminishingReturns, analysis.Verdict);
    }

    [Fact]
    public void A_lead_beyond_the_noise_is_a_real_improvement_in_either_direction()
    {
        var (publicScores, privateScores) = Board(noise: 0.01, winnerLead: 0.1);
        var up = LeaderboardNoise.Of(publicScores, privateScores, higherIsBetter: true);
        var down = LeaderboardNoise.Of(Losses(publicScores), Losses(privateScores), higherIsBetter: false);

        Assert.Equal(LeaderboardVerdict.RealImprovement, up.Verdict);
        Assert.Equal(LeaderboardVerdict.RealImprovement, down.Verdict);
        Assert.Equal(up.WinnerGap, down.WinnerGap, 1e-12);
    }

    [Fact]
    public void A_fall_from_public_to_private_beyond_the_lead_is_overfitting()
    {
        var (publicScores, privateScores) = Board(noise: 0.01, winnerLead: 0.04);
        var analysis = LeaderboardNoise.Of([.. publicScores.Select(score => score + 0.15)], privateScores, higherIsBetter: true);

        Assert.Equal(LeaderboardVerdict.Overfit, analysis.Verdict);
        Assert.Equal(-0.15, analysis.Shift, 0.002);
    }

    [Fact]
    public void A_few_broken_submissions_do_not_hide_a_real_improvement()
    {
        var (publicScores, privateScores) = Board(noise: 0.01, winnerLead: 0.1);
        for (var entry = 0; entry < 10; entry++)
        {
            privateScores[entry] = 0.01;
        }

        Assert.Equal(
            LeaderboardVerdict.RealImprovement, LeaderboardNoise.Of(publicScores, privateScores, higherIsBetter: true).Verdict);
    }

    [Fact]
    public void Failed_submissions_are_left_out_and_counted_unless_all_are_kept()
    {
        double[] publicScores = [0, 0.5, 0.6, -1];
        double[] privateScores = [0, 0.5, 0.6, -1];
        var dropped = LeaderboardNoise.Of(publicScores, privateScores, higherIsBetter: true);
        var kept = LeaderboardNoise.Of(publicScores, privateScores, higherIsBetter: true, failedAtOrBelow: null);

        Assert.Equal((2, 2), (dropped.Entries, dropped.FailedEntries));
        Assert.Equal((4, 0), (kept.Entries, kept.FailedEntries));
    }

    [Fact]
    public void Several_challenges_are_analysed_by_name()
    {
        LeaderboardEntry[] entries = [new("auc", 0.7, 0.8), new("loss", 0.3, 0.2), new("auc", 0.6, 0.6), new("loss", 0.4, 0.4)];
        var analyses = LeaderboardNoise.OfChallenges(entries, challenge => challenge == "auc");

        Assert.Equal(0.05, analyses["auc"].Shift, 1e-12);
        Assert.Equal(0.05, analyses["loss"].Shift, 1e-12);
    }

    [Fact]
    public void A_single_entry_shows_no_noise()
    {
        var error = Assert.Throws<ArgumentException>(() => LeaderboardNoise.Of([0.5, 0], [0.5, 0.1], higherIsBetter: true));

        Assert.Contains("1 of 2 entries are left", error.Message);
    }

    private static double[] Losses(double[] scores) => [.. scores.Select(score => 1 - score)];

    /// <summary>Three hundred teams of nearly the same true skill, of whom one may lead the best of the others.</summary>
    private static (double[] Public, double[] Private) Board(double noise, double winnerLead)
    {
        var random = new Random(1);
        double[] skill = [.. Normal.Samples(random, 0.7, 0.002).Take(300)];
        skill[299] = skill.Max() + winnerLead;
        double[] Scores() => [.. skill.Zip(Normal.Samples(random, 0, noise), (level, error) => level + error)];
        return (Scores(), Scores());
    }
}
