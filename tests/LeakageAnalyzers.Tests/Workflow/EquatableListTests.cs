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

    [Fact]
    public void Lists_of_equal_items_are_equal_whether_or_not_they_were_hashed()
    {
        var (one, other) = (EquatableList<string>.From(["a", "b"]), EquatableList<string>.From(["a", "b"]));

        Assert.Equal(one, other);
        _ = one.GetHashCode();
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.Equal(one, other);
    }

    [Fact]
    public void Lists_of_other_items_in_another_order_or_of_another_length_are_not()
    {
        var list = EquatableList<string>.From(["a", "b"]);
        var others = new[] { EquatableList<string>.From(["a", "c"]), EquatableList<string>.From(["b", "a"]), EquatableList<string>.From(["a"]), EquatableList<string>.From(["a", "b", "b"]), EquatableList<string>.Empty };

        Assert.All(others, other => Assert.NotEqual(list, other));
        _ = list.GetHashCode();
        Assert.All(others, other => { _ = other.GetHashCode(); Assert.NotEqual(list, other); });
    }
}
