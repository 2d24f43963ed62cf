using LeakageAnalyzers.Workflow;
using LeakageAnalyzers.Workflow.Trace;
using Microsoft.ML;

namespace LeakageAnalyzers.Runtime.Guard.Rows;

/// <summary>Compares the groups of the parts of a split. Memory grows with the number of groups, not of rows.</summary>
internal static class GroupComparison
{
    private const int Examples = 5;

    /// <summary>
    /// The groups that stand in more than one of <paramref name="parts"/>; null where the column holds what cannot name a group, such as vectors, or a part lacks it.
    /// </summary>
    public static SharedGroups? Among(IReadOnlyList<IDataView> parts, string column)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var shared = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            if (GroupValues.Read(part, column) is not { } groups)
            {
                return null;
            }

            shared.UnionWith(groups.Where(group => !seen.Add(group)));
        }

        var examples = shared.OrderBy(group => group, StringComparer.Ordinal).Take(Examples);
        return new SharedGroups(column, shared.Count, seen.Count, EquatableList<string>.From(examples));
    }
}
