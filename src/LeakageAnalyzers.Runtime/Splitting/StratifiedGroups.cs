using Microsoft.ML;

namespace LeakageAnalyzers.Runtime.Splitting;

/// <summary>
/// Deals whole groups into parts such that the classes lie evenly: the groups of the most uneven classes first, each into the part where it helps most, as in
/// scikit-learn's <c>StratifiedGroupKFold</c>; then single groups are moved and pairs exchanged while that helps. The seed orders groups that are alike.
/// </summary>
internal static class StratifiedGroups
{
    private const int MostRounds = 20;

    // Pairs are tried among so many groups only: their number grows with the square.
    private const int MostGroupsForPairs = 400;

    /// <summary>Parts of the wanted shares.</summary>
    /// <exception cref="InvalidOperationException">There are no rows, or too few groups.</exception>
    /// <exception cref="ArgumentException">The label is not a class.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static GroupAssignment Deal(
        IDataView data, DataViewSchema.Column group, DataViewSchema.Column label, IReadOnlyList<double> shares, long seed, CancellationToken cancellation)
    {
        var ungrouped = RowDraw.Of(shares, seed);
        var tally = GroupTally.Read(data, group, label, ungrouped);
        Parts.Require(tally, group.Name, shares.Count);
        var groups = tally.Groups
            .OrderByDescending(entry => Unevenness(entry.Value))
            .ThenBy(entry => RowDraw.Rank(entry.Key, seed)).ThenBy(entry => entry.Key, StringComparer.Ordinal).ToList();
        var parts = Deal([.. groups.Select(entry => entry.Value)], shares, cancellation);
        var partOf = groups.Select((entry, i) => (entry.Key, Part: parts[i])).ToDictionary(entry => entry.Key, entry => entry.Part, StringComparer.Ordinal);
        return new GroupAssignment(group, partOf, ungrouped);
    }

    private static int[] Deal(long[][] groups, IReadOnlyList<double> shares, CancellationToken cancellation)
    {
        // A class all of whose rows are without a group is in no group's way.
        var totals = groups.Aggregate(new long[groups.FirstOrDefault()?.Length ?? 0], (sum, rows) => [.. sum.Zip(rows, (a, b) => a + b)]);
        var present = Enumerable.Range(0, totals.Length).Where(c => totals[c] > 0).ToArray();
        groups = Array.ConvertAll(groups, rows => Array.ConvertAll(present, c => rows[c]));
        var balance = new ClassBalance(Array.ConvertAll(present, c => totals[c]), shares);
        var parts = new int[groups.Length];
        var groupsIn = new int[shares.Count];
        for (var i = 0; i < groups.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            parts[i] = balance.BestPartFor(groups[i]);
            balance.Add(groups[i], parts[i]);
            groupsIn[parts[i]]++;
        }

        FillEmptyParts(groups, parts, groupsIn, balance);
        var round = 0;
        while (round++ < MostRounds && (MoveGroups(groups, parts, groupsIn, balance, cancellation) || ExchangePairs(groups, parts, balance, cancellation)))
        {
        }

        return parts;
    }

    // Where a part is small beside the groups, the classes are most even without it; but a side without rows is no side.
    private static void FillEmptyParts(long[][] groups, int[] parts, int[] groupsIn, ClassBalance balance)
    {
        for (var empty = Array.IndexOf(groupsIn, 0); empty >= 0 && groups.Length >= groupsIn.Length; empty = Array.IndexOf(groupsIn, 0))
        {
            var moved = Enumerable.Range(0, groups.Length).Where(i => groupsIn[parts[i]] > 1).OrderBy(i => ImbalanceAfter(i, empty)).First();
            Move(moved, empty);
            groupsIn[parts[moved]]--;
            groupsIn[empty]++;
            parts[moved] = empty;
        }

        double ImbalanceAfter(int i, int part)
        {
            Move(i, part);
            var imbalance = balance.Imbalance;
            balance.Add(groups[i], part, -1);
            balance.Add(groups[i], parts[i]);
            return imbalance;
        }

        void Move(int i, int part)
        {
            balance.Add(groups[i], parts[i], -1);
            balance.Add(groups[i], part);
        }
    }

    private static bool MoveGroups(long[][] groups, int[] parts, int[] groupsIn, ClassBalance balance, CancellationToken cancellation)
    {
        var hasMoved = false;
        for (var i = 0; i < groups.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (groupsIn[parts[i]] == 1)
            {
                continue;
            }

            var before = (balance.Imbalance, balance.LargestDeviation);
            balance.Add(groups[i], parts[i], -1);
            var best = balance.BestPartFor(groups[i]);
            balance.Add(groups[i], best);
            if (best != parts[i] && balance.IsBetterThan(before.Imbalance, before.LargestDeviation))
            {
                groupsIn[parts[i]]--;
                groupsIn[best]++;
                parts[i] = best;
                hasMoved = true;
            }
            else
            {
                balance.Add(groups[i], best, -1);
                balance.Add(groups[i], parts[i]);
            }
        }

        return hasMoved;
    }

    private static bool ExchangePairs(long[][] groups, int[] parts, ClassBalance balance, CancellationToken cancellation)
    {
        var hasExchanged = false;
        var (imbalance, deviation) = (balance.Imbalance, balance.LargestDeviation);
        for (var i = 0; groups.Length <= MostGroupsForPairs && i < groups.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var j = i + 1; j < groups.Length; j++)
            {
                if (parts[i] != parts[j])
                {
                    Exchange(groups, parts, i, j, balance);
                    if (balance.IsBetterThan(imbalance, deviation))
                    {
                        (imbalance, deviation) = (balance.Imbalance, balance.LargestDeviation);
                        hasExchanged = true;
                    }
                    else
                    {
                        Exchange(groups, parts, i, j, balance);
                    }
                }
            }
        }

        return hasExchanged;
    }

    private static void Exchange(long[][] groups, int[] parts, int i, int j, ClassBalance balance)
    {
        balance.Add(groups[i], parts[i], -1);
        balance.Add(groups[j], parts[j], -1);
        (parts[i], parts[j]) = (parts[j], parts[i]);
        balance.Add(groups[i], parts[i]);
        balance.Add(groups[j], parts[j]);
    }

    private static double Unevenness(long[] rowsOfClass)
    {
        var mean = rowsOfClass.Average();
        return rowsOfClass.Sum(rows => (rows - mean) * (rows - mean));
    }
}
