using System.Runtime.CompilerServices;
using LeakageAnalyzers.Interpreter.Entries;
using LeakageAnalyzers.Tests.Verification;
using LeakageAnalyzers.Workflow.Rules;

namespace LeakageAnalyzers.Tests.Robustness;

/// <summary>Generated code nests deeper than any stack: a body that is too deep is silent, and those beside it are analysed.</summary>
public sealed class DeepCodeTests
{
    private const string Leak = """
        class Study
        {
            public void Run(MLContext ml)
            {
                var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
                var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(data);
                var metrics = ml.BinaryClassification.Evaluate(model.Transform(data));
            }
        }
        """;

    [Theory]
    [InlineData("pipeline.Append(ml.Transforms.CopyColumns(\"A\", \"Age\"))", ".Append(ml.Transforms.CopyColumns(\"A\", \"Age\"))", "")]
    [InlineData("Math.Abs(1)", " + Math.Abs(1)", "")]
    [InlineData("1", "", "Math.Abs(")]
    public async Task A_body_that_is_nested_too_deeply_is_silent(string inner, string after, string before)
    {
        var expression = string.Concat(Enumerable.Repeat(before, 2000)) + inner + string.Concat(Enumerable.Repeat(after.Length == 0 ? ")" : after, 2000));
        var findings = await Analysis.OfAsync($"""
            var ml = new MLContext(seed: 1);
            IEstimator<ITransformer> pipeline = ml.Transforms.CopyColumns("Copy", "Age");
            var deep = {expression};
            var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
            var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(data);
            var metrics = ml.BinaryClassification.Evaluate(model.Transform(data));
            {Leak}
            """);

        Assert.Single(findings, finding => finding.Id == "LEAK201");
    }

    /// <summary>How much stack a nested call needs depends on how well the code is compiled by then, but none does with thirty bytes.</summary>
    [Theory]
    [InlineData(10, 160, 1)]
    [InlineData(480, 16, 0)]
    public void A_thread_with_little_stack_is_not_overrun(int nested, int kibibytesLeft, int expected)
    {
        var compilation = Analysis.CompilationOf($"""
            var ml = new MLContext(seed: 1);
            var deep = {string.Concat(Enumerable.Repeat("Math.Abs(", nested))}1{new string(')', nested)};
            var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
            var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(data);
            var metrics = ml.BinaryClassification.Evaluate(model.Transform(data));
            """);
        var program = new ProgramModel(compilation, new KnownMentions());
        var main = compilation.GetEntryPoint(CancellationToken.None)!;
        Assert.NotNull(program.Bodies.GraphOf(main));
        List<Finding> findings = [];
        var thread = new Thread(() => Descend(Descend(0, null) - kibibytesLeft, Analyze), maxStackSize: 256 * 1024);
        thread.Start();
        thread.Join();

        Assert.Equal(expected, findings.Count);

        void Analyze() => findings = [.. program.FindingsReaching(main, RuleOptions.Default, CancellationToken.None).Where(finding => finding.Rule.Id == "LEAK201")];
    }

    // Runs the action so many KiB further down the stack; without one, says how many there are down to what the runtime keeps for itself.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static int Descend(int kibibytes, Action? action)
    {
        Span<byte> frame = stackalloc byte[1024];
        var deeper = 0;
        if (action is null)
        {
            deeper = RuntimeHelpers.TryEnsureSufficientExecutionStack() ? 1 + Descend(0, null) : 0;
        }
        else if (kibibytes > 0)
        {
            deeper = Descend(kibibytes - 1, action);
        }
        else
        {
            action();
        }

        frame[0] = (byte)deeper;
        return deeper;
    }

    [Fact]
    public async Task Many_fits_one_after_the_other_in_a_loop_are_each_aged_once()
    {
        var findings = await Analysis.OfAsync($$"""
            var ml = new MLContext(seed: 1);
            var all = ml.Data.LoadFromTextFile<Reading>("readings.csv");
            foreach (var seed in new[] { 1, 2, 3 })
            {
                var data = ml.Data.ShuffleRows(all, seed);
                {{string.Concat(Enumerable.Range(0, 60).Select(i => $"data = ml.Transforms.NormalizeMinMax(\"Age{i}\", \"Age\").Fit(data).Transform(data);\n"))}}
                var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(data);
                var metrics = ml.BinaryClassification.Evaluate(model.Transform(data));
            }
            """);

        Assert.Single(findings, finding => finding.Id == "LEAK201");
    }

    [Theory]
    [InlineData(40, 40)]
    [InlineData(600, 600)]
    [InlineData(3000, 0)]
    public async Task Fits_on_what_the_one_before_transformed_are_reported_until_their_history_costs_too_much(int fits, int expected)
    {
        var findings = await Analysis.OfAsync($"""
            var ml = new MLContext(seed: 1);
            var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
            {string.Concat(Enumerable.Range(0, fits).Select(i => $"data = ml.Transforms.NormalizeMinMax(\"Age{i}\", \"Age\").Fit(data).Transform(data);\n"))}
            var parts = ml.Data.TrainTestSplit(data);
            """);

        Assert.Equal(expected, findings.Count(finding => finding.Id == "LEAK102"));
    }

    [Fact]
    public async Task Tuples_of_one_tuple_twice_and_so_on_are_looked_through_as_deep_as_metrics_are_looked_for()
    {
        var findings = await Analysis.OfAsync($$"""
            var ml = new MLContext(seed: 1);
            var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
            (object, object) t0 = (1, 2);
            {{string.Concat(Enumerable.Range(1, 40).Select(i => $"(object, object) t{i} = (t{i - 1}, t{i - 1});\n"))}}
            Console.WriteLine(t40);
            var model = ml.BinaryClassification.Trainers.FastTree(featureColumnName: "Age").Fit(data);
            Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(data)).Accuracy);
            """);

        Assert.Single(findings, finding => finding.Id == "LEAK201");
    }
}
