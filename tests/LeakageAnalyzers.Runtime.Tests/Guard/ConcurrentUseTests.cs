using LeakageAnalyzers.Runtime.Tests.Audit;
using LeakageAnalyzers.Workflow.Rows;
using LeakageAnalyzers.Workflow.Trace;
using Microsoft.ML;

namespace LeakageAnalyzers.Runtime.Tests.Guard;

/// <summary>What several threads do at once is counted as if they had done it one after the other.</summary>
public sealed class ConcurrentUseTests
{
    private readonly MLContext _context = Patients.Context();

    [Fact]
    public async Task Fits_at_once_are_each_seen_to_read_their_own_rows()
    {
        using var guard = new LeakageGuard();
        var rows = guard.Watch(Patients.Load(_context));

        await Task.WhenAll(Enumerable.Range(1, 8).Select(number => Task.Run(() =>
        {
            var context = Patients.Context();
            var model = guard.Fit(Patients.Features(context).Append(Patients.FastTree(context)), context.Data.TakeRows(rows, 10 * number));
            context.BinaryClassification.EvaluateNonCalibrated(guard.Tested(model.Transform(context.Data.TakeRows(rows, 20 * number))));
        })));

        var evaluated = guard.Read()!.Trace.Events.OfType<Evaluated>().Select(seen => (Count(seen.Model!.TrainedOn), Count(seen.Rows)));
        Assert.Equal(Enumerable.Range(1, 8).Select(number => (10L * number, 20L * number)), evaluated.Order());

        static long Count(RowSet rows) => ((ExactRows)rows.Provenance).Count;
    }

    [Fact]
    public async Task Findings_can_be_asked_for_by_several_threads_and_amid_a_fit()
    {
        using var guard = new LeakageGuard();
        var rows = guard.Watch(Patients.Load(_context));
        guard.Split(_context.Data.TrainTestSplit(_context.Data.Cache(rows)));
        var asked = Enumerable.Range(0, 8).Select(_ => Task.Run(() => guard.Findings())).ToList();

        await Task.WhenAll([.. asked, Task.Run(() => guard.Fit(Patients.Features(_context).Append(Patients.FastTree(_context)), rows))]);

        Assert.All(asked, findings => Assert.Equal("LEAK202", Assert.Single(findings.Result).Id));
    }

    [Fact]
    public async Task A_guard_around_a_guard_sees_what_the_inner_one_sees()
    {
        using var outer = new LeakageGuard();
        using var inner = new LeakageGuard();
        var rows = inner.Watch(outer.Watch(Patients.Load(_context)));
        var pipeline = Patients.Features(_context).Append(Patients.FastTree(_context)).WatchedBy(inner);

        var model = await Task.Run(() => outer.Fit(pipeline, rows));
        _context.BinaryClassification.EvaluateNonCalibrated(outer.Tested(inner.Tested(model.Transform(rows))));

        Assert.Equal(Patients.Rows, Assert.Single(outer.Findings()).SharedRowCount);
        Assert.Equal(Patients.Rows, Assert.Single(inner.Findings()).SharedRowCount);
    }

    [Fact]
    public async Task Audits_at_once_find_what_each_finds_alone()
    {
        var splits = Enumerable.Range(0, 4).Select(seed => (Train: AuditedSplit.View(AuditedSplit.Rows(4000, seed)), Test: AuditedSplit.View(AuditedSplit.Rows(200, seed)))).ToList();
        var options = new AuditOptions { MostMemory = 1 << 20, MostSampledRows = 100, MostSearchedRows = 100 };

        var together = await Task.WhenAll(splits.Select(split => Task.Run(() => SplitAudit.Run(split.Train, split.Test, options).ToString())));

        Assert.Equal(splits.Select(split => SplitAudit.Run(split.Train, split.Test, options).ToString()), together);
    }
}
