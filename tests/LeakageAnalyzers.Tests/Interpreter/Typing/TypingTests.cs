using System.Globalization;
using LeakageAnalyzers.Tests.Mutation;
using LeakageAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace LeakageAnalyzers.Tests.Interpreter.Typing;

/// <summary>What is shown while somebody types is what an analyzer says that has not seen the versions before. <c>LEAKAGE_KEYSTROKES</c> and <c>LEAKAGE_KEYSTROKES_SEED</c> ask for more of them, or others.</summary>
public sealed class TypingTests
{
    private const string TwoStudies = """
        public sealed class Leaky(MLContext ml)
        {
            public double Score()
            {
                var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
                var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree(numberOfTrees: 10)).Fit(data);
                return ml.BinaryClassification.Evaluate(model.Transform(Held(data))).Accuracy;
            }

            private IDataView Held(IDataView data) => Rows.Held(ml, data);
        }

        public static class Rows
        {
            public static IDataView Held(MLContext ml, IDataView data)
            {
                return ml.Data.TakeRows(data, 100);
            }
        }

        public static class Other
        {
            public static int Count() => 1;
        }
        """;

    private static int Keystrokes => int.TryParse(Environment.GetEnvironmentVariable("LEAKAGE_KEYSTROKES"), CultureInfo.InvariantCulture, out var keystrokes) ? keystrokes : 18;

    private static int Seed => int.TryParse(Environment.GetEnvironmentVariable("LEAKAGE_KEYSTROKES_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : 20261129;

    [Fact]
    public async Task A_type_that_is_not_touched_is_not_interpreted_again()
    {
        var name = $"Leaky{Environment.TickCount64}";
        var editor = Editor.Of(TwoStudies.Replace("class Leaky", $"class {name}", StringComparison.Ordinal));
        using var entries = new InterpretedEntries(name);
        var before = await editor.ShownAsync();
        Assert.Contains("LEAK201", Assert.Single(before, finding => finding.Contains("LEAK201", StringComparison.Ordinal)), StringComparison.Ordinal);
        var runs = entries.Operations.Count;
        Assert.True(runs > 0);

        editor.Type("Count() => 1", "Count() => 12");
        Assert.Equal(before, await editor.ShownAsync());
        Assert.Equal(runs, entries.Operations.Count);

        editor.Type("numberOfTrees: 10", "numberOfTrees: 100");
        Assert.Equal(await editor.FreshAsync(), await editor.ShownAsync());
        Assert.True(entries.Operations.Count > runs);
    }

    [Theory]
    [InlineData("TakeRows(data, 100)", "LoadFromTextFile<Reading>(\"other.csv\")", false)] // a body that the leak goes through
    [InlineData("public static IDataView Held(MLContext ml, IDataView data)\n", "public static IDataView Held(MLContext ml, IDataView data) // the same\n", true)]
    [InlineData("public sealed class Leaky", "\n\n\npublic sealed class Leaky", true)] // the message names lines
    [InlineData("public sealed class Leaky", "/* the same line */ public sealed class Leaky", true)]
    [InlineData("Count() => 1", "Count() => new Leaky(new MLContext()).Score() > 0.5 ? 1 : 0", true)] // it has a caller
    [InlineData("Held(IDataView data) =>", "Held(IDataView data) => data ?? ", true)]
    [InlineData("IDataView data)\n    {\n        return", "IDataView data, int rows = 5)\n    {\n        return", true)] // a declaration
    [InlineData("public static class Other", "public static class Other<T>", true)]
    [InlineData("public static class Rows", "public static class Row", false)] // it does not compile
    public async Task What_a_finding_depends_on_is_seen_to_change(string before, string after, bool isLeaking)
    {
        var editor = Editor.Of(TwoStudies);
        Assert.NotEmpty(await editor.ShownAsync());

        editor.Type(before, after);
        Assert.Equal(await editor.FreshAsync(), await editor.ShownAsync());
        Assert.Equal(isLeaking, (await editor.ShownAsync()).Any(finding => finding.Contains("LEAK201", StringComparison.Ordinal)));

        editor.Type(after, before);
        Assert.Equal(await editor.FreshAsync(), await editor.ShownAsync());
    }

    [Theory]
    [InlineData("private static ITransformer _model", "private static ITransformer _model = new MLContext().Model.Load(\"model.zip\", out _)")]
    public async Task Whether_a_field_begins_empty_is_asked_of_its_initializer(string before, string after)
    {
        var editor = Editor.Of("""
            public static class Cached
            {
                private static ITransformer _model;

                public static double Score(MLContext ml)
                {
                    var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
                    if (_model == null)
                    {
                        _model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(data);
                    }

                    return ml.BinaryClassification.Evaluate(_model.Transform(data)).Accuracy;
                }
            }
            """);
        Assert.Contains(await editor.ShownAsync(), finding => finding.Contains("LEAK201", StringComparison.Ordinal));

        editor.Type(before, after);
        Assert.Equal(await editor.FreshAsync(), await editor.ShownAsync());
    }

    /// <summary>A helper that two files call is interpreted for both of them; each depends on it.</summary>
    [Fact]
    public async Task What_a_shared_helper_makes_is_seen_to_change()
    {
        static string Study(string name) => $$"""
            public static class {{name}}
            {
                public static double Run(IDataView rows)
                {
                    var ml = new MLContext(seed: 1);
                    var split = ml.Data.TrainTestSplit(rows, testFraction: 0.2);
                    var model = ml.Transforms.Concatenate("Features", Columns.Used(2)).Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
                    return ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).AreaUnderRocCurve;
                }
            }
            """;
        var editor = Editor.Of("public static class Columns { public static string[] Used(int count) => Names(); private static string[] Names() => new[] { \"Age\", \"Pressure\" }; }", Study("First"), Study("Second"));
        Assert.DoesNotContain(await editor.ShownAsync(), finding => finding.Contains("LEAK401", StringComparison.Ordinal));
        editor.Type("\"Pressure\"", "\"Label\"");
        Assert.Equal(2, (await editor.ShownAsync()).Count(finding => finding.Contains("LEAK401", StringComparison.Ordinal)));
        Assert.Equal(await editor.FreshAsync(), await editor.ShownAsync());
    }

    [Fact]
    public async Task Top_level_statements_are_a_body_like_others()
    {
        var editor = Editor.Of("""
            var ml = new MLContext(seed: 1);
            var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
            var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(data);
            Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(data)).Accuracy);
            """);
        foreach (var (before, after) in new[] { ("seed: 1", "seed: 12"), ("Fit(data)", "Fit(ml.Data.LoadFromTextFile<Reading>(\"b.csv\"))"), ("var data", "\nvar data"), ("b.csv", "readings.csv") })
        {
            editor.Type(before, after);
            Assert.Equal(await editor.FreshAsync(), await editor.ShownAsync());
        }

        Assert.NotEmpty(await editor.ShownAsync());
    }

    [Fact]
    public Task Random_edits_of_the_sample_of_voices_show_what_is_there() => EditAtRandomAsync(SampleProgram.OfProject("ParkinsonsVoice"), new Random(Seed), Keystrokes);

    [Fact]
    public async Task Random_edits_of_leaky_programs_show_what_is_there()
    {
        var random = new Random(Seed);
        foreach (var program in SampleProgram.OfFiles("LeakyPrograms", "People.cs"))
        {
            await EditAtRandomAsync(program, random, Keystrokes / 6);
        }
    }

    private static async Task EditAtRandomAsync(SampleProgram sample, Random random, int keystrokes)
    {
        var editor = new Editor(sample.Compilation);
        Assert.NotEmpty(await editor.ShownAsync());
        for (var i = 0; i < keystrokes; i++)
        {
            var file = editor.Program.SyntaxTrees[random.Next(editor.Program.SyntaxTrees.Length - 1)];
            var change = RandomEdit(file, random);
            var replaced = file.GetText().ToString(change.Span);
            editor.Type(file, change);
            var what = $"seed {Seed}, keystroke {i}: '{replaced}' to '{change.NewText}' at {file.GetLineSpan(change.Span)}";
            Assert.Equal((await editor.FreshAsync()).Prepend(what), (await editor.ShownAsync()).Prepend(what));
            if (random.Next(4) > 0)
            {
                editor.Type(editor.Program.SyntaxTrees.First(tree => tree.FilePath == file.FilePath), new TextChange(new TextSpan(change.Span.Start, change.NewText!.Length), replaced));
            }
        }
    }

    private static TextChange RandomEdit(SyntaxTree file, Random random)
    {
        var tokens = file.GetRoot().DescendantTokens().Where(token => token.Span.Length > 0).ToList();
        var (token, other) = (tokens[random.Next(tokens.Count)], tokens[random.Next(tokens.Count)]);
        return random.Next(8) switch
        {
            0 => new TextChange(new TextSpan(token.SpanStart, 0), "\n"),
            1 => new TextChange(new TextSpan(token.SpanStart, 0), "/* */ "),
            2 => new TextChange(token.Span, ""),
            3 => new TextChange(token.Span, other.Text),
            4 => new TextChange(new TextSpan(token.SpanStart, 0), other.Text + " "),
            5 => new TextChange(new TextSpan(token.Span.End - 1, 1), "x"),
            6 when tokens.Exists(candidate => candidate.IsKind(SyntaxKind.NumericLiteralToken)) =>
                new TextChange(tokens.First(candidate => candidate.IsKind(SyntaxKind.NumericLiteralToken)).Span, random.Next(1000).ToString(CultureInfo.InvariantCulture)),
            _ => new TextChange(new TextSpan(tokens.Where(candidate => candidate.IsKind(SyntaxKind.SemicolonToken)).Select(candidate => candidate.Span.End).ElementAtOrDefault(random.Next(40)), 0), " ;"),
        };
    }
}
