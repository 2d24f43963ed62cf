using LeakageAnalyzers.Workflow.Rows;

namespace LeakageAnalyzers.Tests.Cost;

/// <summary>Names of what is made deep in calls and loops: a length that grew with each call by a factor would cost more than the program.</summary>
public sealed class NamesTests
{
    [Fact]
    public void Names_grow_with_the_calls_and_loops_that_led_there_one_after_the_other()
    {
        var lengths = new List<int>();
        var call = "Study.Run>";
        for (var depth = 0; depth < 24; depth++)
        {
            var tags = string.Concat(Enumerable.Range(0, 3).Select(loop => SymbolicId.LoopTag($"{call}loop{loop}")));
            call = SymbolicId.Shorten($"{call}Study.cs:{depth}-{depth + 1}{tags}") + ">";
            lengths.Add(call.Length);
        }

        Assert.All(lengths.Zip(lengths.Skip(1)).Skip(2), pair => Assert.InRange(pair.Second - pair.First, 0, 200));
    }

    [Fact]
    public void What_a_loop_made_in_a_call_within_a_loop_ages_with_either()
    {
        const string Outer = "Study.Run>loop2";
        var inner = SymbolicId.LoopName($"Study.Run>Study.cs:1-2{SymbolicId.LoopTag(Outer)}>loop3");
        var id = $"Study.Run>Study.cs:1-2{SymbolicId.LoopTag(Outer)}>Study.cs:3-4{SymbolicId.LoopTag(inner)}";

        Assert.Equal([Outer, inner], SymbolicId.LoopsOf(id));
        Assert.Empty(SymbolicId.EarlierLoops(id));
        Assert.Equal([Outer], SymbolicId.EarlierLoops(SymbolicId.StartOver(id, Outer)));
        Assert.Equal([inner], SymbolicId.EarlierLoops(SymbolicId.StartOver(id, inner)));
        Assert.Equal([Outer, inner], SymbolicId.EarlierLoops(SymbolicId.StartOver(SymbolicId.StartOver(id, inner), Outer)));
    }
}
