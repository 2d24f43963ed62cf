using LeakageAnalyzers.Runtime.Evaluation;
using LeakageAnalyzers.Runtime.Progress;
using LeakageAnalyzers.Runtime.Statistics;
using Microsoft.ML;

namespace LeakageAnalyzers.Runtime;

/// <summary>Intervals of metrics that no other call here has: those of clustering and of anomaly detection, and whatever else a function computes from scored rows.</summary>
public static class MetricExtensions
{
    /// <summary>
    /// Evaluates scored rows by a function, such as one of ML.NET's <c>Evaluate</c>, and says how far the number can be trusted: the function is called once for the rows and
    /// once for each bootstrap resample of them, in which rows stand as often as they were drawn.
    /// </summary>
    /// <remarks>
    /// The rows are read once and kept in memory. It takes as long as <see cref="IntervalOptions.Resamples"/> evaluations, on all cores; where there is an
    /// <c>EvaluateWithIntervals</c> for the task, that takes far less. A resample for which the function throws or returns no finite number is drawn again, and the note says so
    /// where that was often.
    /// </remarks>
    /// <param name="mlContext">The context.</param>
    /// <param name="data">The scored rows.</param>
    /// <param name="metric">What the number is called.</param>
    /// <param name="evaluate">Computes the number from rows; called by several threads at once.</param>
    /// <param name="direction">Which way the metric improves.</param>
    /// <param name="groupColumnName">The column that names the patient, subject or site of a row, whose rows are drawn together; null if rows are independent.</param>
    /// <param name="options">How the interval is computed; null for a 95 % percentile interval of 2,000 resamples.</param>
    /// <param name="progress">Told of each step, with the share of the whole that is done.</param>
    /// <param name="cancellation">Stops at the next row or resample.</param>
    /// <exception cref="ArgumentException">There is no such column, the name is blank, or there are fewer than two rows or groups. What the function throws for the rows themselves reaches the caller.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static MetricEstimate EvaluateWithInterval(
        this MLContext mlContext,
        IDataView data,
        string metric,
        Func<IDataView, double> evaluate,
        MetricDirection direction = MetricDirection.HigherIsBetter,
        string? groupColumnName = null,
        IntervalOptions? options = null,
        IProgress<CallProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        Check.NotNull(evaluate);
        if (string.IsNullOrWhiteSpace(Check.NotNull(metric)))
        {
            throw new ArgumentException("The metric has no name.", nameof(metric));
        }

        var (checkedOptions, call) = (IntervalOptions.Checked(options), new LongCall(progress, cancellation));
        var rows = EvaluatedRows.Read(call.Reading(Check.NotNull(mlContext).Data.Cache(Check.NotNull(data))), groupColumnName);
        var drawn = new Metric<EvaluatedRows>(metric, direction, (_, _) => rows.Bind(evaluate));
        return call.Do(() =>
        {
            var estimate = MetricIntervals.Of(rows, [drawn], checkedOptions, call)[0];
            return estimate with { Note = Notes.Join(estimate.Note, rows.Note) };
        });
    }
}
