using LeakageAnalyzers.Runtime.Guard;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace LeakageAnalyzers.Runtime.Tests.Guard;

/// <summary>Bad input, the switch, and what a failed verification looks like.</summary>
public sealed class GuardContractTests : IDisposable
{
    private readonly MLContext _context = Patients.Context();
    private readonly LeakageGuard _guard = new();

    public void Dispose() => _guard.Dispose();

    [Fact]
    public void Null_is_refused_by_name()
    {
        var rows = Patients.Load(_context);
        var pipeline = Patients.Features(_context);

        Assert.Equal("rows", Assert.Throws<ArgumentNullException>(() => _guard.Watch(null!)).ParamName);
        Assert.Equal("rows", Assert.Throws<ArgumentNullException>(() => _guard.Fit(pipeline, null!)).ParamName);
        Assert.Equal("estimator", Assert.Throws<ArgumentNullException>(() => _guard.Fit((IEstimator<ITransformer>)null!, rows)).ParamName);
        Assert.Equal("transformer", Assert.Throws<ArgumentNullException>(() => _guard.Transform(null!, rows)).ParamName);
        Assert.Equal("scoredRows", Assert.Throws<ArgumentNullException>(() => _guard.Tested(null!)).ParamName);
        Assert.Equal("folds", Assert.Throws<ArgumentNullException>(() => _guard.Split((IReadOnlyList<DataOperationsCatalog.TrainTestData>)null!)).ParamName);
        Assert.Equal("guard", Assert.Throws<ArgumentNullException>(() => pipeline.WatchedBy(null!)).ParamName);
    }

    [Fact]
    public void A_split_without_parts_is_refused() =>
        Assert.Contains("no parts", Assert.Throws<ArgumentException>(() => _guard.Split(default(DataOperationsCatalog.TrainTestData))).Message, StringComparison.Ordinal);

    [Fact]
    public void An_unknown_group_column_is_named_with_the_columns_there_are()
    {
        var rows = Patients.Load(_context);

        var failure = Assert.Throws<ArgumentException>(() => _guard.Watch(rows, groupColumn: "Subject"));

        Assert.Contains("There is no column 'Subject' in 'rows'; there are PatientId, Age, Dose, Label.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_group_column_can_be_declared_on_the_row_class()
    {
        var rows = _guard.Watch<Recording>(_context.Data.LoadFromEnumerable(Enumerable.Range(0, 40).Select(row => new Recording { Speaker = $"S{row % 4}", Pitch = row })));

        _guard.Split(_context.Data.TrainTestSplit(rows, testFraction: 0.5));

        Assert.Contains("Rows of one Who can land on both sides of this split of 'rows'", Assert.Single(_guard.Findings()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_class_without_a_group_key_is_refused() =>
        Assert.Throws<ArgumentException>(() => _guard.Watch<Visit>(Patients.Load(_context)));

    [Fact]
    public void Fitting_on_no_rows_is_refused()
    {
        var nothing = _context.Data.SkipRows(_guard.Watch(Patients.Load(_context)), Patients.Rows);

        var failure = Assert.Throws<ArgumentException>(() => _guard.Fit(Patients.Features(_context).Append(Patients.FastTree(_context)), nothing));

        Assert.Contains("'nothing' holds no rows", failure.Message, StringComparison.Ordinal);
        Assert.Empty(_guard.Findings());
    }

    [Fact]
    public void Fitting_what_learns_nothing_on_no_rows_is_usual()
    {
        var nothing = _context.Data.LoadFromEnumerable(new List<Visit>());

        var model = _guard.Fit(Patients.Features(_context), nothing);

        Assert.NotNull(model.Transform(Patients.Load(_context)).Schema.GetColumnOrNull("Features"));
    }

    [Fact]
    public void Evaluating_no_rows_is_refused()
    {
        var rows = _guard.Watch(Patients.Load(_context));
        var model = _guard.Fit(Patients.Features(_context).Append(Patients.FastTree(_context)), rows);
        var scored = model.Transform(_context.Data.SkipRows(rows, Patients.Rows));

        Assert.Contains("'scored' holds no rows", Assert.Throws<ArgumentException>(() => _guard.Tested(scored)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trainer_without_validation_rows_is_refused()
    {
        var rows = Patients.Load(_context);

        var failure = Assert.Throws<ArgumentException>(() => _guard.Fit(_context.BinaryClassification.Trainers.LinearSvm(), rows, rows));

        Assert.Contains("LinearSvmTrainer takes no validation rows", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Failures_of_a_fit_reach_the_caller_unchanged()
    {
        var rows = _guard.Watch(Patients.Load(_context));

        Assert.Throws<ArgumentOutOfRangeException>(() => _guard.Fit(Patients.Lbfgs(_context), rows));
        Assert.Throws<ArgumentOutOfRangeException>(() => _guard.Fit(_context.BinaryClassification.Trainers.FastTree(), rows, rows));
        Assert.Empty(_guard.Findings());
    }

    [Fact]
    public void A_fit_that_is_cancelled_amid_its_rows_leaves_a_guard_that_counts_on()
    {
        var cancels = true;
        var rows = _guard.Watch(_context.Data.LoadFromEnumerable(Patients.Visits().Select((visit, id) => id == 20 && cancels ? throw new OperationCanceledException() : visit)));
        var pipeline = Patients.Normalized(_context).Append(Patients.Lbfgs(_context));

        // ML.NET wraps what stopped one of its readers.
        Assert.IsType<OperationCanceledException>(Assert.ThrowsAny<Exception>(() => _guard.Fit(pipeline, rows)).GetBaseException());

        // The first rows, which it had read, are none that the model learned from.
        cancels = false;
        var model = _guard.Fit(pipeline, _context.Data.SkipRows(rows, 90));
        _context.BinaryClassification.Evaluate(_guard.Tested(model.Transform(rows)));

        Assert.Equal((150, 240), _guard.Findings().Where(found => found.Id == "LEAK201").Select(found => (found.SharedRowCount, found.TestedRowCount)).Single());
    }

    [Fact]
    public void A_disposed_guard_refuses_work_and_its_models_go_on()
    {
        var rows = _guard.Watch(Patients.Load(_context));
        var model = _guard.Fit(Patients.Features(_context).Append(Patients.FastTree(_context)), rows);
        var pipeline = Patients.Features(_context).WatchedBy(_guard);

        _guard.Dispose();

        Assert.Throws<ObjectDisposedException>(() => _guard.Watch(rows));
        Assert.Throws<ObjectDisposedException>(() => _guard.Tested(rows));
        Assert.Throws<ObjectDisposedException>(() => _guard.Fit(Patients.Features(_context), rows));
        Assert.Throws<ObjectDisposedException>(() => _guard.Transform(model, rows));
        Assert.Throws<ObjectDisposedException>(() => pipeline.Fit(rows));
        Assert.Throws<ObjectDisposedException>(() => _guard.Findings());
        Assert.Throws<ObjectDisposedException>(_guard.Verify);
        Assert.Equal(Patients.Rows, model.Transform(rows).GetColumn<float>("Score").Count());
    }

    [Fact]
    public void A_guard_that_is_off_hands_everything_through()
    {
        using var guard = new LeakageGuard(isOn: false);
        var rows = Patients.Load(_context);
        var parts = _context.Data.TrainTestSplit(rows);

        Assert.False(guard.IsOn);
        Assert.Same(rows, guard.Watch(rows));
        Assert.Same(rows, guard.Tested(rows));
        Assert.Equal(parts, guard.Split(parts));
        var model = guard.Fit(Patients.Features(_context).Append(Patients.FastTree(_context)), rows);
        _context.BinaryClassification.Evaluate(guard.Tested(model.Transform(rows)));
        Assert.Empty(guard.Findings());
        guard.Verify();
    }

    [Theory]
    [InlineData("off", true)]
    [InlineData(" OFF ", true)]
    [InlineData("on", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void The_environment_turns_guards_off(string? value, bool isOff) => Assert.Equal(isOff, GuardSwitch.IsOff(value));

    [Fact]
    public void A_failed_verification_has_a_paragraph_for_each_leak()
    {
        var rows = _guard.Watch(Patients.Load(_context));
        var preparation = _guard.Fit(Patients.Normalized(_context), rows);
        var parts = _guard.Split(_context.Data.TrainTestSplit(preparation.Transform(rows), testFraction: 0.3));
        _guard.Fit(Patients.Lbfgs(_context), parts.TrainSet);

        var failure = Assert.Throws<LeakageException>(_guard.Verify);

        Assert.Equal(["LEAK102", "LEAK202"], failure.Findings.Select(finding => finding.Id));
        var paragraphs = failure.Message.Split(Environment.NewLine + Environment.NewLine);
        Assert.Equal("The evaluation has 2 leaks:", paragraphs[0]);
        Assert.All(failure.Findings, finding => Assert.Contains(finding.ToString(), paragraphs));
        Assert.Contains("GuardContractTests.cs(", paragraphs[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_watched_means_nothing_to_say() => _guard.Verify();

    private sealed class Recording
    {
        [GroupKey]
        [ColumnName("Who")]
        public string Speaker { get; set; } = "";

        public float Pitch { get; set; }
    }
}
