using LeakageAnalyzers.Tests.Verification;

namespace LeakageAnalyzers.Tests.Cost;

/// <summary>What the interpreter may cost, counted in operations: figures that no machine changes.</summary>
public sealed class OperationsTests
{
    [Fact]
    public async Task Each_operation_of_a_body_without_loops_is_evaluated_once()
    {
        // The statement, its assignment, the call, its catalog and the context of that, its rows, and the seed that is left out: nine operations a line with their conversions.
        var (ten, twenty, thirty) = (await OperationsOfAsync("Straight10", Lines(10)), await OperationsOfAsync("Straight20", Lines(20)), await OperationsOfAsync("Straight30", Lines(30)));
        Assert.Equal(twenty - ten, thirty - twenty);
        Assert.Equal(10 * 9, twenty - ten);
    }

    [Fact]
    public async Task A_body_that_is_called_twice_in_one_state_of_things_is_interpreted_once_a_call()
    {
        var (one, two, three) = (await OperationsOfAsync("Called1", Calls(1)), await OperationsOfAsync("Called2", Calls(2)), await OperationsOfAsync("Called3", Calls(3)));
        Assert.Equal(two - one, three - two);
    }

    [Fact]
    public async Task Chains_of_calls_cost_what_their_bodies_cost_together()
    {
        var (two, three, four) = (await OperationsOfAsync("Chain2", Chain(2)), await OperationsOfAsync("Chain3", Chain(3)), await OperationsOfAsync("Chain4", Chain(4)));
        Assert.Equal(three - two, four - three);
    }

    [Fact]
    public async Task Loops_and_branches_after_each_other_cost_what_each_costs()
    {
        var (four, eight, sixteen) = (await OperationsOfAsync("Loops4", Loops(4)), await OperationsOfAsync("Loops8", Loops(8)), await OperationsOfAsync("Loops16", Loops(16)));
        Assert.InRange((double)(sixteen - eight) / (eight - four), 1.5, 2.5);
    }

    [Fact]
    public async Task Choices_of_what_nobody_knows_cost_what_each_costs()
    {
        var (two, four, eight) = (await OperationsOfAsync("Choices2", Choices(2)), await OperationsOfAsync("Choices4", Choices(4)), await OperationsOfAsync("Choices8", Choices(8)));
        Assert.Equal(2 * (four - two), eight - four);
    }

    [Fact]
    public async Task A_loop_that_counts_costs_three_iterations_however_far_it_counts()
    {
        var (five, thousand, unknown) = (await OperationsOfAsync("Counts5", Counts("5")), await OperationsOfAsync("Counts1000", Counts("1000")), await OperationsOfAsync("CountsOn", Counts("args.Length")));
        Assert.Equal(five, thousand);
        Assert.InRange(unknown, five, five + 20);
        Assert.InRange(five, 0, 120);
    }

    [Fact]
    public async Task A_loop_that_fills_a_list_with_rows_costs_no_more_iterations_for_them()
    {
        var (one, two) = (await OperationsOfAsync("Fills1", Fills(1)), await OperationsOfAsync("Fills2", Fills(2)));

        // Four operations a property, in three iterations: with no row yet, with one, and with many.
        Assert.Equal(4 * 3, two - one);
    }

    /// <summary>What a member reads before a later one writes it makes it run once more. Of what a library keeps nothing is to be learned, and an object that the member makes is another one the next time.</summary>
    [Theory]
    [InlineData("var color = Console.ForegroundColor; Console.ForegroundColor = ConsoleColor.Red; Console.ForegroundColor = color;")]
    [InlineData("var visit = new Visit(); Console.WriteLine(visit.Age); visit.Age = args.Length;")]
    public async Task A_member_runs_once_where_a_second_run_would_learn_nothing(string statements) =>
        Assert.InRange(await OperationsOfAsync("Once" + statements.Length, "Console.WriteLine(new MLContext(seed: 1).Data.LoadFromTextFile<Visit>(\"visits.csv\")); " + statements), 1, 40);

    private static string Counts(string bound) => $"var ml = new MLContext(seed: 1); var total = 0; for (var i = 0; i < {bound}; i++) {{ total += 2 * i; Console.WriteLine(total); }} Console.WriteLine(ml.Data.LoadFromTextFile<Visit>(\"visits.csv\"));";

    private static string Fills(int properties) => "var ml = new MLContext(seed: 1); var random = new Random(1); var rows = new List<Visit>(); for (var i = 0; i < args.Length; i++) { rows.Add(new Visit { "
        + string.Join(", ", new[] { "Age", "Pressure" }.Take(properties).Select(name => $"{name} = random.NextSingle()")) + " }); } Console.WriteLine(ml.Data.LoadFromEnumerable(rows));";

    private static string Choices(int count) => "var ml = new MLContext(seed: 1); IDataView rows = ml.Data.LoadFromTextFile<Visit>(\"visits.csv\");\n"
        + string.Join("\n", Enumerable.Range(0, count).Select(i => $"var choice{i} = args.Length > {i} ? args[0] : args[1];"));

    private static string Lines(int count) => "var ml = new MLContext(seed: 1); IDataView rows = ml.Data.LoadFromTextFile<Visit>(\"visits.csv\");\n"
        + string.Join("\n", Enumerable.Range(0, count).Select(_ => "rows = ml.Data.ShuffleRows(rows);"));

    private static string Calls(int count) => "var ml = new MLContext(seed: 1); var rows = ml.Data.LoadFromTextFile<Visit>(\"visits.csv\");\n"
        + string.Join("\n", Enumerable.Range(0, count).Select(_ => "Use(ml, rows);")) + "\nvoid Use(MLContext context, IDataView view) { context.Data.ShuffleRows(context.Data.TakeRows(view, 10)); }";

    private static string Chain(int depth) => "var ml = new MLContext(seed: 1); Step0(ml.Data.LoadFromTextFile<Visit>(\"visits.csv\"));\n"
        + string.Join("\n", Enumerable.Range(0, depth).Select(i => $"void Step{i}(IDataView rows) {{ Step{i + 1}(ml.Data.ShuffleRows(rows)); }}")) + $"\nvoid Step{depth}(IDataView rows) {{ ml.Data.ShuffleRows(rows); }}";

    private static string Loops(int count) => "var ml = new MLContext(seed: 1); IDataView rows = ml.Data.LoadFromTextFile<Visit>(\"visits.csv\"); var view = rows;\n"
        + string.Join("\n", Enumerable.Range(0, count).Select(i => $$"""foreach (var arg{{i}} in args) { if (arg{{i}}.Length > {{i}}) { view = ml.Data.ShuffleRows(rows); } else { view = ml.Data.TakeRows(view, {{i}}); } }"""));

    private static async Task<int> OperationsOfAsync(string type, string statements)
    {
        using var entries = new InterpretedEntries(type);
        await Analysis.OfAsync($$"""
            public static class {{type}}
            {
                public static void Run(string[] args)
                {
                    {{statements}}
                }
            }
            """);
        return Assert.Single(entries.Operations);
    }
}
