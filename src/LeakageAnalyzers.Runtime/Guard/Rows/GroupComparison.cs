using LeakageAnalyzers.Workflow;
using LeakageAnalyzers.Workflow.Trace;
using Microsoft.ML;

namespace LeakageAnalyzers.Runtime.Guard.Rows;

/// <summary>Compares the groups of two views. Memory grows with the number of groups, not of rows.</summary>
internal static class GroupComparison
{
    private const int Examples = 5;

    /// <summary>The groups that stand on both sides; null where the column holds what cannot name a group, such as vectors, or one side lacks it.</summary>
    public static SharedGroups? Between(IDataView train, IDataView test, string column)
    {
        if (GroupValues.Read(train, column) is not { } trained || GroupValues.Read(test, column) is not { } tested)
        {
            return null;
        }

        var shared = tested.Where(trained.Contains).ToList();
        var total = trained.Count + tested.Count - shared.Count;
        return new SharedGroups(column, shared.Count, total, EquatableList<string>.From(shared.OrderBy(group => group, StringComparer.Ordinal).Take(Examples)));
    }
}
