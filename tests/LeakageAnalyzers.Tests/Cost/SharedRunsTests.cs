using System.Globalization;
using LeakageAnalyzers.Tests.Verification;

namespace LeakageAnalyzers.Tests.Cost;

/// <summary>What a helper makes of constants is the same for all who call it: it is interpreted once, and what it makes is each caller's own.</summary>
public sealed class SharedRunsTests
{
    private const string Clinic = """
        public static class Clinic
        {
            private static readonly string[] Wards = { "north", "south" };

            public static List<Reading> Readings(int people, int seed = 1)
            {
                var random = new Random(seed);
                var readings = new List<Reading>();
                for (var person = 0; person < people; person++)
                {
                    var isIll = random.Next(2) == 0;
                    for (var visit = 0; visit < 3; visit++)
                    {
                        readings.Add(new Reading { Ward = Wards[random.Next(Wards.Length)], Age = random.NextSingle() + (isIll ? 1 : 0), Pressure = random.NextSingle(), Label = isIll });
                    }
                }

                return readings;
            }
        }
        """;

    /// <summary>Two files that call the helper make it a shared one; what those of one file call is interpreted with it.</summary>
    [Theory]
    [InlineData(1, "Clinic.Readings(60)", 200, 500)]
    [InlineData(2, "Clinic.Readings(60)", 1, 80)]
    [InlineData(5, "Clinic.Readings(60)", 1, 80)]
    [InlineData(5, "Clinic.Readings(60, seed)", 1, 80)]
    [InlineData(5, "Clinic.Readings(seed, seed)", 1, 80)]
    public async Task What_several_files_call_costs_each_of_them_nothing_more(int files, string rows, int least, int most)
    {
        using var study = new InterpretedEntries("Study0");
        await AnalyzerVerifier.VerifyAsync("Console.WriteLine();", [Clinic, .. Enumerable.Range(0, files).Select(number => Study(number, rows))]);
        Assert.InRange(Assert.Single(study.Operations), least, most);
    }

    [Fact]
    public async Task A_helper_that_writes_what_others_read_runs_for_each_of_its_callers()
    {
        var counting = Clinic.Replace("readings = new", "readings = Calls++ > 1000 ? new List<Reading>(60) : new", StringComparison.Ordinal).Replace("private static readonly", "public static int Calls = 0;\n    private static readonly", StringComparison.Ordinal);
        using var study = new InterpretedEntries("Study0");
        await AnalyzerVerifier.VerifyAsync("Console.WriteLine();", [counting, Study(0, "Clinic.Readings(60)"), Study(1, "Clinic.Readings(60)")]);
        Assert.NotEmpty(study.Operations);
        Assert.All(study.Operations, operations => Assert.InRange(operations, 200, 1000));
    }

    /// <summary>Of three studies of the same people one leaks.</summary>
    [Fact]
    public Task What_is_found_of_one_caller_is_not_found_of_the_others() => AnalyzerVerifier.VerifyAsync(
        "Console.WriteLine();",
        Clinic,
        Study(0, "Clinic.Readings(60)"),
        Study(1, "Clinic.Readings(60)").Replace("Evaluate(model.Transform(split.TestSet))", "{|LEAK201:Evaluate(model.Transform(split.TrainSet))|}", StringComparison.Ordinal),
        Study(2, "Clinic.Readings(60)"));

    [Fact]
    public Task Two_calls_make_two_lists() => Twins.VerifyAsync(
        "Console.WriteLine();",
        "first",
        "second",
        Clinic,
        Study(0, "Clinic.Readings(60)"),
        """
        public static class Transfer
        {
            public static void Run()
            {
                var ml = new MLContext(seed: 1);
                var first = ml.Data.LoadFromEnumerable(Clinic.Readings(60, seed: 1));
                var second = ml.Data.LoadFromEnumerable(Clinic.Readings(60, seed: 2));
                var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(first);
                Console.WriteLine(ml.BinaryClassification.{|LEAK201:Evaluate(model.Transform(§))|}.AreaUnderRocCurve);
            }
        }
        """);

    /// <summary>What a caller has written before is not what the others know.</summary>
    [Fact]
    public Task A_helper_that_reads_what_its_caller_wrote_runs_for_that_caller() => Twins.VerifyAsync(
        "Console.WriteLine();",
        "Label",
        "Height",
        """
        public static class Columns
        {
            public static readonly string[] All = { "Age", "Pressure", "Weight" };

            public static string[] Used(int count) => new[] { All[0], All[count - 1] };
        }
        """,
        With(0, ""),
        With(1, "Columns.All[2] = \"§\";"),
        With(2, ""));

    /// <summary>What a helper makes of a number or a text that is not known is that of its caller, where it has a bearing on it.</summary>
    [Fact]
    public Task A_helper_that_gives_back_its_argument_runs_for_each_of_its_callers() => Twins.VerifyAsync(
        "Console.WriteLine();",
        "path",
        "\"others.csv\"",
        "public static class Paths { public static string Of(string name) => name; }",
        "public static class Other { public static void Run(string name) => Console.WriteLine(new MLContext(seed: 1).Data.LoadFromTextFile<Reading>(Paths.Of(name))); }",
        """
        public static class Study
        {
            public static void Run(string path)
            {
                var ml = new MLContext(seed: 1);
                var train = ml.Data.LoadFromTextFile<Reading>(Paths.Of(path));
                var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(train);
                Console.WriteLine(ml.BinaryClassification.{|LEAK201:Evaluate(model.Transform(ml.Data.LoadFromTextFile<Reading>(§)))|}.AreaUnderRocCurve);
            }
        }
        """);

    private static string With(int number, string before) => $$"""
        public static class Named{{number.ToString(CultureInfo.InvariantCulture)}}
        {
            public static void Run(MLContext ml, IDataView rows)
            {
                {{before}}
                var split = ml.Data.TrainTestSplit(rows, testFraction: 0.2);
                var model = ml.Transforms.Concatenate("Features", {{(before.Length > 0 ? "{|LEAK401:Columns.Used(3)|}" : "Columns.Used(3)")}}).Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
                Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).AreaUnderRocCurve);
            }
        }
        """;

    private static string Study(int number, string rows) => $$"""
        public static class Study{{number.ToString(CultureInfo.InvariantCulture)}}
        {
            public static void Run(int seed)
            {
                var ml = new MLContext(seed: 1);
                var split = ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable({{rows}}), testFraction: 0.2);
                var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
                Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).AreaUnderRocCurve);
            }
        }
        """;
}
