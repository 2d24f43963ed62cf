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

    [Fact]
    public void What_a_loop_of_a_long_name_made_ages_once_and_only_with_it()
    {
        var loop = "Study.Run>" + new string('x', 60) + ">loop3";
        var (id, other) = ($"site{SymbolicId.LoopTag(loop)}{SymbolicId.LoopTag(loop)}", $"site{SymbolicId.LoopTag(loop + "4")}");
        var aged = SymbolicId.StartOver(id, loop);

        Assert.Equal(SymbolicId.LoopName(loop), SymbolicId.LoopName(SymbolicId.LoopName(loop)));
        Assert.InRange(SymbolicId.LoopName(loop).Length, 1, 40);
        Assert.Equal(id.Replace("}", "'}", StringComparison.Ordinal), aged);
        Assert.Equal(aged, SymbolicId.StartOver(aged, loop));
        Assert.Same(other, SymbolicId.StartOver(other, loop));
    }

    [Theory]
    [InlineData("site{L'}", "site{L}", true)]
    [InlineData("site{L'}{M}", "site{L}{M'}", true)]
    [InlineData("site{L'}", "site{L'}", true)]
    [InlineData("site{L}", "site{L}", false)] // Made in one and the same iteration.
    [InlineData("site{L'}", "site{M}", false)]
    [InlineData("site{L'}", "site{L}{M}", false)]
    [InlineData("site{L'}{M}", "site{L}", false)]
    [InlineData("it's{L'}", "it's{L}", true)]
    [InlineData("its{L'}", "it's{L}", false)]
    public void Two_names_may_be_of_different_iterations_where_they_differ_in_age_alone(string one, string other, bool may)
    {
        Assert.Equal(may, SymbolicId.MayBeIterationsOfOne(one, other));
        Assert.Equal(may, SymbolicId.MayBeIterationsOfOne(other, one));
    }

    [Fact]
    public void A_long_name_is_short_and_bears_its_tags_still()
    {
        var id = new string('x', 200) + SymbolicId.LoopTag("L") + SymbolicId.LoopTag("M") + SymbolicId.LoopTag("L");

        Assert.Equal(["L", "M"], SymbolicId.LoopsOf(SymbolicId.Shorten(id)));
        Assert.Equal(SymbolicId.Shorten(id), SymbolicId.ShortenPrefix(id));
        Assert.NotEqual(SymbolicId.Shorten(id), SymbolicId.Shorten("y" + id[1..]));
        Assert.NotEqual(SymbolicId.Shorten(id), SymbolicId.Shorten("x" + id));
    }
}
