using LeakageAnalyzers.Runtime.Statistics;

namespace LeakageAnalyzers.Runtime.Tests.Statistics;

public sealed class LeaderboardCsvTests : IDisposable
{
    private readonly string path = Path.GetTempFileName();

    [Fact]
    public void Columns_are_found_by_name_whatever_stands_beside_them()
    {
        var entries = Read("""
            "Team, or person",Private,CHALLENGE, public
            "A, B and C",0.81,mri,0.83
            solo,8e-1,"mri, 2014",0.79

            """);

        Assert.Equal([new LeaderboardEntry("mri", 0.83, 0.81), new LeaderboardEntry("mri, 2014", 0.79, 0.8)], entries);
    }

    [Fact]
    public void A_simulated_challenge_read_from_a_file_has_the_verdict_of_its_scores()
    {
        var random = new Random(3);
        var skills = Enumerable.Range(0, 200).Select(team => team == 0 ? 0.95 : 0.7 + (0.001 * random.NextDouble())).ToArray();
        string Line(double skill) => FormattableString.Invariant($"dice,{skill + (0.02 * random.NextDouble()):R},{skill + (0.02 * random.NextDouble()):R}");

        var noise = LeaderboardNoise.OfChallenges(Read("challenge,public,private\n" + string.Join("\n", skills.Select(Line))), _ => true)["dice"];

        Assert.Equal(200, noise.Entries);
        Assert.Equal(LeaderboardVerdict.RealImprovement, noise.Verdict);
        Assert.InRange(noise.Noise, 0.010, 0.016);
    }

    [Theory]
    [InlineData("challenge,public\nmri,0.5", "names 'challenge', 'public'")]
    [InlineData("challenge,public,private,Public\nmri,1,2,3", "once each")]
    [InlineData("challenge,public,private", "no entries")]
    [InlineData("challenge,public,private\nmri,0.5,0.6\nmri,0.5,n/a", "Entry 2 of")]
    [InlineData("challenge,public,private\nmri,0.5", "has '' for its private score")]
    [InlineData("challenge,public,private\nmri,NaN,0.5", "has 'NaN' for its public score")]
    [InlineData("", "once each")]
    public void What_cannot_be_read_is_named(string text, string message) =>
        Assert.Contains(message, Assert.Throws<FormatException>(() => Read(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_missing_file_is_named() => Assert.Contains("/nowhere.csv", Assert.Throws<FileNotFoundException>(
        () => LeaderboardCsv.Read("/nowhere.csv")).Message, StringComparison.Ordinal);

    public void Dispose() => File.Delete(path);

    private IReadOnlyList<LeaderboardEntry> Read(string text)
    {
        File.WriteAllText(path, text);
        return LeaderboardCsv.Read(path);
    }
}
