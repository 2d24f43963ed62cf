using LeakageAnalyzers.Runtime.Audit;
using LeakageAnalyzers.Runtime.Audit.Sources;
using LeakageAnalyzers.Runtime.Audit.Sql;
using LeakageAnalyzers.Runtime.Progress;
using LeakageAnalyzers.Runtime.Statistics;
using Microsoft.ML;
using static Microsoft.ML.DataOperationsCatalog;

namespace LeakageAnalyzers.Runtime;

/// <summary>Looks in the rows of a split for what no source code can show: shared patients, copies, columns that betray the label, shift, too few rows.</summary>
public static class SplitAudit
{
    /// <summary>Audits train and test rows.</summary>
    /// <param name="train">The rows that are learned from.</param>
    /// <param name="test">The held-out rows, with the same columns.</param>
    /// <param name="options">What to look at; null for the defaults.</param>
    /// <param name="progress">Told before each check, by its id, and at the end.</param>
    /// <param name="cancellation">Stops the audit at the next row; nothing is left behind.</param>
    /// <exception cref="ArgumentNullException">A side is null.</exception>
    /// <exception cref="ArgumentException">An option names a column that is not there or cannot be used so, or the sides have different columns.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    /// <exception cref="InvalidOperationException">A side has no rows.</exception>
    /// <exception cref="OperationCanceledException">The audit was cancelled.</exception>
    public static AuditReport Run(
        IDataView train, IDataView test, AuditOptions? options = null, IProgress<CallProgress>? progress = null, CancellationToken cancellation = default)
    {
        Check.NotNull(train);
        Check.NotNull(test);
        options ??= new AuditOptions();
        return AuditRun.Of(new ViewSource(train, test, options, cancellation), options, new LongCall(progress, cancellation));
    }

    /// <summary>As the other overload, of what a split returned.</summary>
    /// <exception cref="ArgumentException">The split is the default value of its type, or an option cannot be followed.</exception>
    public static AuditReport Run(
        TrainTestData split, AuditOptions? options = null, IProgress<CallProgress>? progress = null, CancellationToken cancellation = default) =>
        split.TrainSet is null || split.TestSet is null
            ? throw new ArgumentException("The split has no parts: it is the default value of its type.", nameof(split))
            : Run(split.TrainSet, split.TestSet, options, progress, cancellation);

    /// <summary>
    /// As the other overloads, in the database where the rows lie. Findings are those that the rows give in memory; where a sample is drawn, the database draws it, and
    /// <see cref="AuditOptions.Seed"/> has no say in that. Vectors and pictures are not looked at.
    /// </summary>
    /// <exception cref="ArgumentNullException">There is no split.</exception>
    /// <exception cref="ArgumentException">An option names a column that is not there or cannot be used so, or the sides have different columns.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    /// <exception cref="InvalidOperationException">A side has no rows.</exception>
    /// <exception cref="System.Data.Common.DbException">The database refused a statement.</exception>
    /// <exception cref="OperationCanceledException">The audit was cancelled.</exception>
    public static AuditReport Run(SqlSplit split, AuditOptions? options = null, IProgress<CallProgress>? progress = null, CancellationToken cancellation = default)
    {
        Check.NotNull(split);
        options ??= new AuditOptions();
        using var opened = new OpenedConnection(split.Connection);
        return AuditRun.Of(new SqlSource(split, cancellation), options, new LongCall(progress, cancellation));
    }
}
