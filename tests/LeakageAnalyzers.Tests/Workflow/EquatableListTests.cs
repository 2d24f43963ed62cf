using LeakageAnalyzers.Workflow;

namespace LeakageAnalyzers.Tests.Workflow;

/// <summary>Lists that compare by content.</summary>
public sealed class EquatableListTests
{
    [Fact]
    public void A_union_holds_each_item_once_be_it_twice_in_the_first_list() =>
        Assert.Equal([1, 2, 3], EquatableList<int>.From([1, 1, 2]).Union([2, 3, 3]));

    [Fact]
    public void A_union_with_nothing_does_too() => Assert.Equal([1, 2], EquatableList<int>.From([1, 1, 2]).Union([]));
}
