using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;

namespace LeakageAnalyzers.Runtime.Tests.Guard;

/// <summary>What the guard does can be stopped at any row, and then it is as if it had not begun.</summary>
public sealed class CancelledGuardTests : IDisposable
{
    private readonly MLContext _context = Patients.Context();
    private readonly LeakageGuard _guard = new();
    private readonly CancellationTokenSource _cancellation = new();
    private int _read;
    private int _last = int.MaxValue;

    public static TheoryData<string> Trainers => new(TrainersByName.Keys);

    private static Dictionary<string, Func<MLContext, IEstimator<ITransformer>>> TrainersByName => new()
    {
        ["FastTree"] = Patients.FastTree,
        ["LightGbm"] = context => context.BinaryClassification.Trainers.LightGbm(new() { NumberOfIterations = 3, MinimumExampleCountPerLeaf = 2, NumberOfThreads = 1 }),
        ["Lbfgs"] = Patients.Lbfgs,
        ["Sdca"] = context => context.BinaryClassification.Trainers.SdcaLogisticRegression(maximumNumberOfIterations: 3),
        ["of several classes"] = context => context.Transforms.Conversion.MapValueToKey("Label")
            .Append(context.MulticlassClassification.Trainers.OneVersusAll(context.BinaryClassification.Trainers.AveragedPerceptron())),
    };

    /// <summary>The visits; the caller cancels while row number <see cref="_last"/> is read.</summary>
    private IDataView Rows => _context.Data.LoadFromEnumerable(Patients.Visits().Select(visit =>
    {
        if (++_read == _last)
        {
            _cancellation.Cancel();
        }

        return visit;
    }));

    public void Dispose()
    {
        _guard.Dispose();
        _cancellation.Dispose();
    }

    [Theory]
    [MemberData(nameof(Trainers))]
    public void A_cancelled_fit_is_forgotten_and_its_trainer_fits_again(string trainer)
    {
        var rows = _guard.Watch(Rows);
        var pipeline = Patients.Normalized(_context).Append(TrainersByName[trainer](_context));
        _last = 300;

        Assert.Throws<OperationCanceledException>(() => _guard.Fit(pipeline, rows, _cancellation.Token));

        // ML.NET reads ahead of its cursors.
        Assert.InRange(_read, 300, 2 * Patients.Rows);
        var model = _guard.Fit(pipeline, _context.Data.SkipRows(rows, 90));
        _guard.Tested(model.Transform(rows)).Preview(Patients.Rows);
        Assert.Equal(("LEAK201", 150), (Assert.Single(_guard.Findings()).Id, _guard.Findings()[0].SharedRowCount));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_trainer_that_reads_no_more_is_stopped_between_its_steps(bool isOn)
    {
        using var guard = new LeakageGuard(isOn);
        var features = Patients.Features(_context).Fit(Rows).Transform(guard.Watch(Rows));
        var endless = _context.BinaryClassification.Trainers.FastTree(new FastTreeBinaryTrainer.Options { NumberOfTrees = 100_000, NumberOfLeaves = 4, MinimumExampleCountPerLeaf = 2 });

        var first = Cancelled(token => guard.Fit(endless, features, token));
        var second = Cancelled(token => guard.Fit(endless, features, features, token));

        // It was the trainer that stopped, not the guard once it was through.
        Assert.All([first, second], stopped => Assert.Contains("Operation was canceled.", $"{stopped.InnerException}", StringComparison.Ordinal));
        Assert.Empty(guard.Findings());

        // On a thread of its own: trainers keep those of the pool, on which a timer would wait.
        static OperationCanceledException Cancelled(Action<CancellationToken> fit)
        {
            using var cancellation = new CancellationTokenSource();
            var thread = new Thread(() =>
            {
                Thread.Sleep(200);
                cancellation.Cancel();
            });
            thread.Start();
            var thrown = Assert.Throws<OperationCanceledException>(() => fit(cancellation.Token));
            thread.Join();
            return thrown;
        }
    }

    [Fact]
    public void Nothing_begins_for_a_caller_who_cancelled()
    {
        var rows = _guard.Watch(Rows);
        var pipeline = Patients.Normalized(_context).Append(Patients.Lbfgs(_context));
        var model = _guard.Fit(pipeline, rows);
        _read = 0;
        _cancellation.Cancel();
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.zip");

        Assert.Throws<OperationCanceledException>(() => _guard.Fit(pipeline, rows, _cancellation.Token));
        Assert.Throws<OperationCanceledException>(() => pipeline.WatchedBy(_guard).Fit(rows, _cancellation.Token));
        Assert.Throws<OperationCanceledException>(() => _guard.Tested(model.Transform(rows), _cancellation.Token));
        Assert.Throws<OperationCanceledException>(() => _guard.Findings(_cancellation.Token));
        Assert.Throws<OperationCanceledException>(() => _guard.Verify(_cancellation.Token));
        Assert.Throws<OperationCanceledException>(() => _guard.Save(_context, model, rows.Schema, path, _cancellation.Token));
        Assert.Equal(0, _read);
        Assert.False(File.Exists(path));
    }

    [Fact]
    public void The_fits_of_a_cross_validation_of_ML_NET_can_be_stopped()
    {
        var rows = _guard.Watch(Rows);
        var pipeline = Patients.Normalized(_context).Append(Patients.Lbfgs(_context)).WatchedBy(_guard, _cancellation.Token);
        _last = 300;

        Assert.IsType<OperationCanceledException>(
            Assert.ThrowsAny<Exception>(() => _context.BinaryClassification.CrossValidate(rows, (IEstimator<ITransformer>)pipeline)).GetBaseException());
        Assert.Empty(_guard.Findings());
    }

    [Fact]
    public void A_cross_validation_by_groups_whose_rows_nobody_watches_is_seen_as_without_a_token()
    {
        var pipeline = Patients.Features(_context).Append(Patients.FastTree(_context)).WatchedBy(_guard);
        var folds = _context.BinaryClassification.GroupCrossValidate(Rows, pipeline, nameof(Visit.PatientId), numberOfFolds: 2, cancellation: _cancellation.Token);

        _guard.CrossValidated(folds);

        Assert.Empty(_guard.Findings());
    }

    [Fact]
    public void An_evaluation_stops_at_its_next_row_and_what_it_had_read_is_tested()
    {
        var rows = _guard.Watch(Rows);
        var model = _guard.Fit(Patients.Features(_context).Append(Patients.FastTree(_context)), rows);
        var tested = _guard.Tested(model.Transform(rows), _cancellation.Token);

        Assert.Throws<OperationCanceledException>(() => tested.GetColumn<float>("Score").Select((score, row) =>
        {
            if (row == 49)
            {
                _cancellation.Cancel();
            }

            return score;
        }).Count());

        var finding = Assert.Single(_guard.Findings());
        Assert.Equal(("LEAK201", 50), (finding.Id, finding.TestedRowCount));
    }

    [Fact]
    public void Findings_that_were_cancelled_can_be_asked_for_again()
    {
        var rows = _guard.Watch(Rows);
        _guard.Split(_context.Data.TrainTestSplit(rows, testFraction: 0.5));
        (_read, _last) = (0, 100);

        Assert.Throws<OperationCanceledException>(() => _guard.Findings(_cancellation.Token));

        Assert.InRange(_read, 100, 120);
        Assert.Equal("LEAK202", Assert.Single(_guard.Findings()).Id);
    }

    [Fact]
    public void Findings_whose_reading_failed_can_be_asked_for_again()
    {
        var fails = true;
        var rows = _guard.Watch(_context.Data.LoadFromEnumerable(Patients.Visits().Select((visit, id) => id == 50 && fails ? throw new IOException("The share is gone.") : visit)));
        _guard.Split(_context.Data.TrainTestSplit(rows, testFraction: 0.5));

        Assert.Throws<IOException>(() => _guard.Findings());
        fails = false;

        Assert.Equal("LEAK202", Assert.Single(_guard.Findings()).Id);
    }

    [Fact]
    public void A_model_whose_rows_were_not_hashed_to_the_end_is_not_saved()
    {
        var rows = _guard.Watch(Rows);
        var model = _guard.Fit(Patients.Features(_context).Append(Patients.FastTree(_context)), rows);
        var folder = Directory.CreateTempSubdirectory("leakage-save-");
        (_read, _last) = (0, 100);

        Assert.Throws<OperationCanceledException>(() => _guard.Save(_context, model, rows.Schema, Path.Combine(folder.FullName, "model.zip"), _cancellation.Token));

        Assert.Empty(folder.GetFileSystemInfos());
        folder.Delete();
    }
}
