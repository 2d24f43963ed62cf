using System.Diagnostics;
using System.Globalization;
using LeakageAnalyzers.HoldoutLooker;
using Xunit.Abstractions;

namespace LeakageAnalyzers.Runtime.Holdout.Tests;

/// <summary>Processes that look at one ledger at once, and are killed again and again, lose no counted look and count none twice.</summary>
public sealed class KilledProcessTests(ITestOutputHelper output) : IDisposable
{
    private const int Kills = 105;
    private const int Lanes = 3;

    private readonly Vault vault = new();

    [Fact]
    public async Task Killed_at_random_moments_it_neither_loses_a_counted_look_nor_counts_one_twice()
    {
        vault.Open();
        var lanes = await Task.WhenAll(Enumerable.Range(1, Lanes).Select(lane => Task.Run(() => new Lane(vault, lane).RunAsync(Kills / Lanes))));

        var history = vault.Open().History;
        output.WriteLine(FormattableString.Invariant(
            $"{lanes.Sum(lane => lane.Kills)} kills of {Lanes} processes at one ledger, {lanes.Sum(lane => lane.KillsInsideALook)} of them inside a look: {lanes.Sum(lane => lane.Asked)} looks asked for, {history.Looks.Count} counted, {history.Looks.Select(look => look.ModelName).Distinct().Count()} of them different."));

        Assert.True(lanes.Sum(lane => lane.Kills) >= 100, "fewer processes were killed than asked for");
        Assert.True(lanes.Sum(lane => lane.KillsInsideALook) >= 20, "hardly any process was killed inside a look");
        Assert.Equal(Enumerable.Range(1, history.Looks.Count), history.Looks.Select(look => look.Number));
        Assert.Equal(
            lanes.SelectMany(lane => Enumerable.Range(1, lane.Asked).Select(look => $"{lane.Number}/{look}")).Order(StringComparer.Ordinal),
            history.Looks.Select(look => look.ModelName!).Order(StringComparer.Ordinal));
        var answers = history.Looks.ToDictionary(look => look.ModelName!, look => look.Value);
        Assert.All(lanes.SelectMany(lane => lane.Answered), answered => Assert.Equal(answered.Value, answers[answered.Key]));
    }

    public void Dispose() => vault.Dispose();

    /// <summary>One process after the other, each going on where the last was killed: with the look that it had asked for and not been answered.</summary>
    private sealed class Lane(Vault vault, int number)
    {
        private const int Endless = 1_000_000;

        private readonly Random random = new(number);

        public int Number => number;

        public int Kills { get; private set; }

        public int KillsInsideALook { get; private set; }

        public int Asked { get; private set; }

        public Dictionary<string, double> Answered { get; } = [];

        public async Task<Lane> RunAsync(int kills)
        {
            while (Kills < kills)
            {
                await RunOnceAsync(Math.Max(1, Answered.Count + 1), Endless, linesUntilKilled: random.Next(1, 12));
            }

            // The last look that was asked for is asked for once more, and nothing else.
            await RunOnceAsync(Math.Max(1, Asked), Math.Max(1, Asked), linesUntilKilled: null);
            return this;
        }

        private async Task RunOnceAsync(int first, int last, int? linesUntilKilled)
        {
            using var process = Start(first, last);
            var lines = 0;
            while (await process.StandardOutput.ReadLineAsync() is { } line)
            {
                Note(line.Split(' '));
                if (++lines == linesUntilKilled)
                {
                    // Some microseconds more or less decide where inside a look the process dies.
                    Thread.SpinWait(random.Next(0, 200_000));
                    process.Kill();
                    Kills++;
                }
            }

            await process.WaitForExitAsync();
            KillsInsideALook += linesUntilKilled is not null && Answered.Count < Asked ? 1 : 0;
            if (linesUntilKilled is null)
            {
                Assert.Equal(0, process.ExitCode);
            }
        }

        private void Note(string[] words)
        {
            var look = int.Parse(words[1], CultureInfo.InvariantCulture);
            Asked = Math.Max(Asked, look);
            if (words[0] == "answered")
            {
                Answered[$"{number}/{look}"] = double.Parse(words[2], CultureInfo.InvariantCulture);
            }
        }

        private Process Start(int first, int last) => Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                typeof(SealedRow).Assembly.Location, vault.Ledger, vault.WitnessFolder,
                number.ToString(CultureInfo.InvariantCulture), first.ToString(CultureInfo.InvariantCulture), last.ToString(CultureInfo.InvariantCulture),
            },
            RedirectStandardOutput = true,
        })!;
    }
}
