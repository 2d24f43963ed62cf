using Microsoft.ML;
using Microsoft.ML.Trainers.FastTree;

namespace LeakageAnalyzers.Runtime.Tests.Guard;

/// <summary>Rows that stop or calibrate a model are known apart from those that it learns from, however often they are read: tested, they are a leak of their own.</summary>
public sealed class TuningRowsTests : IDisposable
{
    private const int Trained = 120;
    private const int Validated = 40;

    private readonly MLContext _context = Patients.Context();
    private readonly LeakageGuard _guard = new();
    private readonly IDataView _rows;

    public TuningRowsTests() => _rows = Patients.Features(_context).Fit(Patients.Load(_context)).Transform(_guard.Watch(Patients.Load(_context)));

    public static TheoryData<string> EarlyStopped => ["FastTree", "LightGbm"];

    private IDataView Training => _context.Data.TakeRows(_rows, Trained);

    private IDataView Validation => _context.Data.TakeRows(_context.Data.SkipRows(_rows, Trained), Validated);

    private IDataView Rest => _context.Data.SkipRows(_rows, Trained + Validated);

    public void Dispose() => _guard.Dispose();

    [Theory]
    [MemberData(nameof(EarlyStopped))]
    public void Validation_rows_that_stop_training_are_reported_where_they_are_the_test(string trainer)
    {
        var model = Stopped(trainer);

        Evaluate(model, _context.Data.SkipRows(_rows, Trained));

        var finding = Assert.Single(_guard.Findings());
        Assert.Equal(("LEAK301", Validated, Patients.Rows - Trained), (finding.Id, finding.SharedRowCount, finding.TestedRowCount));
        Assert.EndsWith("They are 40 of the 120 tested rows.", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(EarlyStopped))]
    public void Validation_rows_of_their_own_are_silent(string trainer)
    {
        Evaluate(Stopped(trainer), Rest);

        Assert.Empty(_guard.Findings());
    }

    [Theory]
    [MemberData(nameof(EarlyStopped))]
    public void What_an_early_stopped_trainer_learned_from_is_counted_exactly(string trainer)
    {
        var model = Stopped(trainer);

        // Nothing but validation rows and training rows: a score of training that nobody would quote beside the rest.
        Evaluate(model, Training);

        Assert.Equal(("LEAK201", Trained), (Assert.Single(_guard.Findings()).Id, _guard.Findings()[0].SharedRowCount));
    }

    [Theory]
    [InlineData(true, new[] { "LEAK301" })]
    [InlineData(false, new string[0])]
    public void A_calibrator_learns_from_rows_that_are_not_the_test(bool isLeaky, string[] expected)
    {
        var model = _guard.Fit(_context.BinaryClassification.Trainers.LinearSvm(), Training);
        var (validation, rest) = (model.Transform(Validation), model.Transform(Rest));

        Evaluate(_guard.Fit(_context.BinaryClassification.Calibrators.Platt(), isLeaky ? rest : validation), rest);

        Assert.Equal(expected, _guard.Findings().Select(finding => finding.Id).Where(id => id == "LEAK301"));
    }

    private ITransformer Stopped(string trainer) => trainer == "FastTree"
        ? _guard.Fit(
            _context.BinaryClassification.Trainers.FastTree(new FastTreeBinaryTrainer.Options
            {
                NumberOfTrees = 60, NumberOfLeaves = 4, MinimumExampleCountPerLeaf = 2, EarlyStoppingRule = new TolerantEarlyStoppingRule(0.001f),
            }),
            Training,
            Validation)
        : _guard.Fit(
            _context.BinaryClassification.Trainers.LightGbm(new() { NumberOfIterations = 60, NumberOfLeaves = 4, MinimumExampleCountPerLeaf = 2, NumberOfThreads = 1, EarlyStoppingRound = 2 }),
            Training,
            Validation);

    private void Evaluate(ITransformer model, IDataView rows) => _context.BinaryClassification.EvaluateNonCalibrated(_guard.Tested(model.Transform(rows)));
}
