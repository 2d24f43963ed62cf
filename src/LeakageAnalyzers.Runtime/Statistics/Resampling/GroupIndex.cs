using static System.FormattableString;

namespace LeakageAnalyzers.Runtime.Statistics;

/// <summary>Rows numbered by the group they belong to; groups are numbered in the order in which they first appear.</summary>
internal sealed class GroupIndex
{
    private readonly int[] groupOfRow;
    private readonly int[] sizes;

    private GroupIndex(int[] groupOfRow, int[] sizes) => (this.groupOfRow, this.sizes) = (groupOfRow, sizes);

    public int Count => sizes.Length;

    public int RowCount => groupOfRow.Length;

    public ReadOnlySpan<int> OfRow => groupOfRow;

    public ReadOnlySpan<int> Sizes => sizes;

    public static GroupIndex Of<TGroup>(ReadOnlySpan<TGroup> groups)
        where TGroup : notnull
    {
        var numbers = new Dictionary<TGroup, int>();
        var sizes = new List<int>();
        var groupOfRow = new int[groups.Length];
        for (var row = 0; row < groups.Length; row++)
        {
            if (groups[row] is null)
            {
                throw new ArgumentException(Invariant($"Row {row} has no group; every row must belong to one."), nameof(groups));
            }

            if (!numbers.TryGetValue(groups[row], out var number))
            {
                number = sizes.Count;
                numbers.Add(groups[row], number);
                sizes.Add(0);
            }

            groupOfRow[row] = number;
            sizes[number]++;
        }

        return new GroupIndex(groupOfRow, [.. sizes]);
    }
}
