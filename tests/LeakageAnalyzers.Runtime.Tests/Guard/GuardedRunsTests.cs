using Microsoft.ML;
using Microsoft.ML.Data;

namespace LeakageAnalyzers.Runtime.Tests.Guard;

/// <summary>The guard changes nothing of what it watches, and counts exactly, however ML.NET reads.</summary>
public sealed class GuardedRunsTests : IDisposable
{
    private readonly MLContext _context = Patients.Context();
    private readonly LeakageGuard _guard = new();

    public void Dispose() => _guard.Dispose();

    public static TheoryData<string> Trainers => new(TrainersByName.Keys);

    [Theory]
    [MemberData(nameof(Trainers))]
    public void Each_trainer_is_seen_to_read_exactly_its_rows(string trainer)
    {
        var rows = _guard.Watch(Patients.Load(_context));
        var model = _guard.Fit(Patients.Features(_context).Append(TrainersByName[trainer](_context)), _context.Data.SkipRows(rows, 90));

        _guard.Tested(model.Transform(rows)).Preview(Patients.Rows);

        var finding = Assert.Single(_guard.Findings());
        Assert.Equal(("LEAK201", 150, 240), (finding.Id, finding.SharedRowCount, finding.TestedRowCount));
    }

    [Theory]
    [MemberData(nameof(Trainers))]
    public void Each_trainer_learns_the_same_under_the_guard(string trainer)
    {
        // One thread, so that two runs are equal at all.
        Assert.Equal(Scores(guarded: false), Scores(guarded: true));

        List<float> Scores(bool guarded)
        {
            var context = Patients.Context();
            var rows = Patients.Load(context);
            var pipeline = Patients.Features(context).Append(TrainersByName[trainer](context));
            var scored = guarded
                ? _guard.Fit(pipeline, _guard.Watch(rows)).Transform(_guard.Watch(rows))
                : pipeline.Fit(rows).Transform(rows);
            return scored.GetColumn<float>("Score").ToList();
        }
    }

    [Fact]
    public void A_cache_checkpoint_inside_the_pipeline_is_seen_through()
    {
        var rows = _guard.Watch(Patients.Load(_context));
        var pipeline = Patients.Normalized(_context).AppendCacheCheckpoint(_context).Append(Patients.Lbfgs(_context));
        var model = _guard.Fit(pipeline, _context.Data.TakeRows(rows, 77));

        _guard.Tested(model.Transform(rows)).Preview(Patients.Rows);

        Assert.Equal(77, Assert.Single(_guard.Findings()).SharedRowCount);
    }

    [Fact]
    public void Parallel_cursors_together_count_every_row_once()
    {
        var many = Enumerable.Range(0, 20_000).Select(row => new Visit { PatientId = $"P{row}", Age = row, Dose = row % 17, Label = row % 3 == 0 });
        var rows = _guard.Watch(_context.Data.LoadFromEnumerable(many.ToList()));
        var half = _context.Data.TakeRows(rows, 10_000);
        var model = _guard.Fit(new ReadsInParallel(cursors: 4), half);
        var trained = _guard.Fit(Patients.Features(_context).Append(_context.BinaryClassification.Trainers.SgdCalibrated()), rows);

        _guard.Tested(trained.Transform(model.Transform(half))).Preview(10_000);

        Assert.Equal((10_000, 10_000), (Assert.Single(_guard.Findings()).SharedRowCount, ReadsInParallel.RowsOf(half, 4)));
    }

    [Fact]
    public void Rows_read_by_the_guard_itself_are_not_recorded()
    {
        var rows = _guard.Watch(Patients.Load(_context));
        var parts = _guard.Split(_context.Data.TrainTestSplit(rows, samplingKeyColumnName: nameof(Visit.PatientId)));
        var model = _guard.Fit(Patients.Features(_context).Append(Patients.Lbfgs(_context)), parts.TrainSet);
        var tested = _guard.Tested(model.Transform(parts.TrainSet));

        Assert.Empty(_guard.Findings());
        _context.BinaryClassification.Evaluate(tested);
        Assert.Equal("LEAK201", Assert.Single(_guard.Findings()).Id);
    }

    [Fact]
    public void A_saved_model_does_not_depend_on_the_guard()
    {
        var rows = _guard.Watch(Patients.Load(_context));
        var model = _guard.Fit(Patients.Normalized(_context).Append(Patients.FastTree(_context)), rows);

        using var guarded = new MemoryStream();
        _context.Model.Save(model, rows.Schema, guarded);
        guarded.Position = 0;
        var loaded = _context.Model.Load(guarded, out _);

        Assert.IsType<TransformerChain<ITransformer>>(loaded);
        Assert.Equal(model.Transform(rows).GetColumn<float>("Score"), loaded.Transform(rows).GetColumn<float>("Score"));
    }

    [Fact]
    public void A_watched_model_predicts_one_row()
    {
        var rows = _guard.Watch(Patients.Load(_context));
        var model = _guard.Fit(Patients.Normalized(_context).Append(Patients.FastTree(_context)), rows);

        using var engine = _context.Model.CreatePredictionEngine<Visit, Prediction>(model);

        Assert.NotEqual(0, engine.Predict(Patients.Visits()[0]).Score);
    }

    [Fact]
    public void Validation_rows_are_recorded_apart_from_training_rows()
    {
        var rows = _guard.Watch(Patients.Load(_context));
        var features = _guard.Fit(Patients.Features(_context), rows).Transform(rows);
        var trainer = _context.BinaryClassification.Trainers.FastTree(numberOfTrees: 5, minimumExampleCountPerLeaf: 2);
        var held = _context.Data.SkipRows(features, 200);

        var model = _guard.Fit(trainer, _context.Data.TakeRows(features, 200), held);
        _context.BinaryClassification.Evaluate(_guard.Tested(model.Transform(held)));

        Assert.Equal("LEAK301", Assert.Single(_guard.Findings()).Id);
        _context.BinaryClassification.Evaluate(_guard.Tested(_guard.Fit(trainer, features).Transform(features)));
        Assert.Equal(["LEAK201", "LEAK301"], _guard.Findings().Select(finding => finding.Id).Order());
    }

    private static Dictionary<string, Func<MLContext, IEstimator<ITransformer>>> TrainersByName => new()
    {
        ["FastTree"] = Patients.FastTree,
        ["FastForest"] = context => context.BinaryClassification.Trainers.FastForest(numberOfTrees: 3, minimumExampleCountPerLeaf: 2),
        ["Gam"] = context => context.BinaryClassification.Trainers.Gam(numberOfIterations: 20),
        ["LightGbm"] = context => context.BinaryClassification.Trainers.LightGbm(new() { NumberOfIterations = 3, MinimumExampleCountPerLeaf = 2, NumberOfThreads = 1 }),
        ["Lbfgs"] = Patients.Lbfgs,
        ["Sdca"] = context => context.BinaryClassification.Trainers.SdcaLogisticRegression(new() { NumberOfThreads = 1, MaximumNumberOfIterations = 5 }),
        ["Sgd"] = context => context.BinaryClassification.Trainers.SgdCalibrated(new() { NumberOfThreads = 1, NumberOfIterations = 3 }),
        ["AveragedPerceptron"] = context => context.BinaryClassification.Trainers.AveragedPerceptron(),
        ["LinearSvm"] = context => context.BinaryClassification.Trainers.LinearSvm(),
        ["LdSvm"] = context => context.BinaryClassification.Trainers.LdSvm(treeDepth: 1),
        ["Prior"] = context => context.BinaryClassification.Trainers.Prior(),
        ["FieldAwareFactorizationMachine"] = context => context.BinaryClassification.Trainers.FieldAwareFactorizationMachine(),
    };

    private sealed class Prediction
    {
        public float Score { get; set; }
    }
}
