using static LeakageAnalyzers.Tests.Verification.Twins;

namespace LeakageAnalyzers.Tests.Rules;

/// <summary>Rows that are picked by positions, ids or names, which a program shuffles, cuts or reads from a file.</summary>
public sealed class PickedRowsTests
{
    private const string Study = """
        var ml = new MLContext(seed: 1);
        var rows = File.ReadLines("readings.csv").Select(line => new Reading { Age = line.Length, Ward = line.Substring(0, 1) }).ToArray();
        var random = new Random(7);
        var order = Enumerable.Range(0, rows.Length).ToArray();
        random.Shuffle(order);
        var (start, end) = (rows.Length / 5, rows.Length / 2);
        var folds = File.ReadLines("folds.txt").Select(int.Parse).ToArray();
        PICK
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(ml.Data.LoadFromEnumerable(train));
        var metrics = ml.BinaryClassification.{|LEAK201:Evaluate(model.Transform(ml.Data.LoadFromEnumerable(§)))|};
        """;

    [Theory]
    [InlineData("var train = order[..end].Select(i => rows[i]).ToArray(); var test = order[end..].Select(i => rows[i]).ToArray();")]
    [InlineData("var train = (from i in order[..^100] select rows[i]).ToArray(); var test = (from i in order[^100..] select rows[i]).ToArray();")]
    [InlineData("var train = Array.ConvertAll(order[..end], i => rows[i]); var test = Array.ConvertAll(order[end..], i => rows[i]);")]
    [InlineData("var train = order[..start].Concat(order[end..]).Select(i => rows[i]).ToArray(); var test = order[start..end].Select(i => rows[i]).ToArray();")]
    [InlineData("int[] Ids(string file) => File.ReadLines(file).Select(int.Parse).ToArray(); var train = Ids(\"train.ids\").Select(i => rows[i]).ToArray(); var test = Ids(\"test.ids\").Select(i => rows[i]).ToArray();")]
    [InlineData("var byName = rows.ToDictionary(row => row.Ward); var train = File.ReadLines(\"train.ids\").Select(name => byName[name]).ToArray(); var test = File.ReadLines(\"test.ids\").Select(name => byName[name]).ToArray();")]
    [InlineData("var train = Enumerable.Range(0, rows.Length).Where(i => folds[i] != 0).Select(i => rows[i]).ToArray(); var test = Enumerable.Range(0, rows.Length).Where(i => folds[i] == 0).Select(i => rows[i]).ToArray();")]
    [InlineData("var held = new HashSet<int>(); while (held.Count < end) { held.Add(random.Next(rows.Length)); } var test = held.Select(i => rows[i]).ToArray(); var train = Enumerable.Range(0, rows.Length).Where(i => !held.Contains(i)).Select(i => rows[i]).ToArray();")]
    [InlineData("var held = order.Take(end).ToList(); var test = held.Select(i => rows[i]).ToArray(); var train = order.Except(held).Select(i => rows[i]).ToArray();")]
    [InlineData("var train = Enumerable.Range(0, 600).Select(i => rows[i]).ToArray(); var test = Enumerable.Range(600, 200).Select(i => rows[i]).ToArray();")]
    [InlineData("var train = Enumerable.Range(0, end).Select(i => rows[i]).ToArray(); var test = Enumerable.Range(end, rows.Length - end).Select(i => rows[i]).ToArray();")]
    public Task LEAK201_is_not_said_of_rows_that_other_positions_pick(string honest) => VerifyAsync(Study.Replace("PICK", honest, StringComparison.Ordinal), "train", "test");

    [Theory]
    [InlineData("Enumerable.Range(500, 200).Select(i => rows[i])", "Enumerable.Range(600, 200).Select(i => rows[i])")]
    [InlineData("rows.Skip(500)", "rows.Skip(600)")]
    [InlineData("Enumerable.Range(0, rows.Length).Select(i => rows[i])", "Enumerable.Range(0, rows.Length).Skip(600).Select(i => rows[i])")]
    [InlineData("Enumerable.Range(0, rows.Length).Take(100).Select(i => rows[i])", "Enumerable.Range(0, rows.Length).Skip(700).Take(100).Select(i => rows[i])")]
    public Task Positions_are_those_of_the_rows(string leaking, string honest) => VerifyAsync(
        Study.Replace("PICK", "var train = Enumerable.Range(0, 600).Select(i => rows[i]).ToArray();", StringComparison.Ordinal), leaking, honest);
}
