using Microsoft.ML;
using Microsoft.ML.Data;

namespace LeakageAnalyzers.Runtime.Tests.Guard;

/// <summary>Rows are recognized wherever ML.NET takes them, and never taken for others.</summary>
public sealed class RowIdentityTests : IDisposable
{
    private readonly MLContext _context = Patients.Context();
    private readonly LeakageGuard _guard = new();

    public void Dispose() => _guard.Dispose();

    public static TheoryData<string> Detours => new(DetoursByName.Keys);

    [Theory]
    [MemberData(nameof(Detours))]
    public void A_detour_hides_no_training_row(string detour)
    {
        var rows = _guard.Watch(Patients.Load(_context));
        var model = _guard.Fit(Pipeline(), rows);

        Evaluate(model.Transform(DetoursByName[detour](_context, rows)));

        var finding = Assert.Single(_guard.Findings());
        Assert.Equal("LEAK201", finding.Id);
        Assert.Equal(finding.TestedRowCount, finding.SharedRowCount);
    }

    [Theory]
    [MemberData(nameof(Detours))]
    public void A_detour_before_training_hides_no_tested_row(string detour)
    {
        var rows = _guard.Watch(Patients.Load(_context));
        var model = _guard.Fit(Pipeline(), DetoursByName[detour](_context, rows));

        Evaluate(model.Transform(rows));

        var finding = Assert.Single(_guard.Findings());
        Assert.Equal("LEAK201", finding.Id);
        Assert.Equal(Patients.Rows, finding.TestedRowCount);
    }

    [Theory]
    [MemberData(nameof(Detours))]
    public void A_detour_of_the_held_out_part_makes_no_finding(string detour)
    {
        var parts = Halves(_guard.Watch(Patients.Load(_context)));
        var model = _guard.Fit(Pipeline(), DetoursByName[detour](_context, parts.TrainSet));

        Evaluate(model.Transform(DetoursByName[detour](_context, parts.TestSet)));

        Assert.Empty(_guard.Findings());
    }

    [Theory]
    [MemberData(nameof(Detours))]
    public void A_detour_of_the_scored_rows_keeps_the_model_in_mind(string detour)
    {
        var rows = _guard.Watch(Patients.Load(_context));
        var model = _guard.Fit(Pipeline(), rows);

        Evaluate(DetoursByName[detour](_context, model.Transform(rows)));

        Assert.Equal("LEAK201", Assert.Single(_guard.Findings()).Id);
    }

    [Theory]
    [MemberData(nameof(Detours))]
    public void A_detour_of_the_prepared_rows_keeps_the_preparation_in_mind(string detour)
    {
        var rows = _guard.Watch(Patients.Load(_context));
        var preparation = _guard.Fit(Patients.Normalized(_context), rows);
        var parts = Halves(DetoursByName[detour](_context, preparation.Transform(rows)));
        var model = _guard.Fit(Patients.Lbfgs(_context), parts.TrainSet);

        Evaluate(model.Transform(parts.TestSet));

        Assert.Contains(_guard.Findings(), finding => finding.Id == "LEAK102");
    }

    [Fact]
    public void Rows_that_were_enumerated_and_loaded_again_are_the_same_rows()
    {
        var rows = _guard.Watch(Patients.Load(_context));
        var model = _guard.Fit(Pipeline(), rows);
        var again = _context.Data.LoadFromEnumerable(_context.Data.CreateEnumerable<Visit>(rows, reuseRowObject: false).Reverse().Take(50).ToList());

        Evaluate(model.Transform(again));

        var finding = Assert.Single(_guard.Findings());
        Assert.Equal((50, 50), (finding.SharedRowCount, finding.TestedRowCount));
        Assert.Contains("all of which it was trained on", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_source_that_was_loaded_twice_is_one_source()
    {
        var train = _guard.Watch(Patients.Load(_context));
        var test = _guard.Watch(Patients.Load(_context));
        var model = _guard.Fit(Pipeline(), train);

        Evaluate(model.Transform(test));

        Assert.Equal(Patients.Rows, Assert.Single(_guard.Findings()).SharedRowCount);
    }

    [Fact]
    public void Two_sources_of_different_rows_are_two()
    {
        var train = _guard.Watch(_context.Data.LoadFromEnumerable(Patients.Visits().Take(120)));
        var test = _guard.Watch(_context.Data.LoadFromEnumerable(Patients.Visits().Skip(120)));
        var model = _guard.Fit(Pipeline(), train);

        Evaluate(model.Transform(test));

        Assert.Empty(_guard.Findings());
    }

    [Fact]
    public void Two_sources_that_overlap_share_just_the_rows_of_both()
    {
        var train = _guard.Watch(_context.Data.LoadFromEnumerable(Patients.Visits().Take(120)));
        var test = _guard.Watch(_context.Data.LoadFromEnumerable(Patients.Visits().Skip(100)));
        var model = _guard.Fit(Pipeline(), train);

        Evaluate(model.Transform(test));

        var finding = Assert.Single(_guard.Findings());
        Assert.Equal(("LEAK201", 20, Patients.Rows - 100), (finding.Id, finding.SharedRowCount, finding.TestedRowCount));
    }

    [Fact]
    public void Two_sources_of_rows_that_often_repeat_are_not_taken_for_overlapping()
    {
        static IEnumerable<Visit> Coins(int seed) => Enumerable.Range(0, 100).Select(row => new Visit { PatientId = "P", Age = (row * seed) % 7, Dose = 1, Label = row % 2 == 0 });
        var train = _guard.Watch(_context.Data.LoadFromEnumerable(Coins(1)));
        var test = _guard.Watch(_context.Data.LoadFromEnumerable(Coins(3).Append(new Visit { PatientId = "Q", Age = 50, Dose = 2 })));
        var model = _guard.Fit(Pipeline(), train);

        Evaluate(model.Transform(test));

        Assert.Empty(_guard.Findings());
    }

    [Fact]
    public void Rows_that_cannot_be_told_apart_are_never_reported()
    {
        var equal = Enumerable.Range(0, 40).Select(row => new Visit { PatientId = "P", Age = row % 2, Dose = 1, Label = row % 2 == 0 });
        var rows = _guard.Watch(_context.Data.LoadFromEnumerable(equal));
        var train = _context.Data.Cache(_context.Data.TakeRows(rows, 20));
        var test = _context.Data.Cache(_context.Data.SkipRows(rows, 20));
        var model = _guard.Fit(Pipeline(), train);

        Evaluate(model.Transform(test));

        Assert.Empty(_guard.Findings());
    }

    [Fact]
    public void Rows_that_were_never_watched_are_known_by_their_view()
    {
        var rows = Patients.Load(_context);
        var model = _guard.Fit(Pipeline(), rows);

        Evaluate(model.Transform(rows));

        Assert.Equal(Patients.Rows, Assert.Single(_guard.Findings()).SharedRowCount);
    }

    [Fact]
    public void Unwatched_rows_of_another_view_are_unknown()
    {
        var parts = Halves(Patients.Load(_context));
        var model = _guard.Fit(Pipeline(), parts.TrainSet);

        Evaluate(model.Transform(parts.TestSet));

        Assert.Empty(_guard.Findings());
    }

    [Fact]
    public void Two_guards_on_one_source_do_not_disturb_each_other()
    {
        using var other = new LeakageGuard();
        var source = Patients.Load(_context);
        var rows = _guard.Watch(source);
        var others = Halves(other.Watch(source));
        var model = _guard.Fit(Pipeline(), rows);
        var othersModel = other.Fit(Pipeline(), others.TrainSet);

        Evaluate(model.Transform(rows));
        _context.BinaryClassification.Evaluate(other.Tested(othersModel.Transform(others.TestSet)));

        Assert.Equal("LEAK201", Assert.Single(_guard.Findings()).Id);
        Assert.Empty(other.Findings());
    }

    [Fact]
    public void A_guard_that_watches_what_another_watches_knows_the_rows_too()
    {
        using var other = new LeakageGuard();
        var rows = other.Watch(_guard.Watch(Patients.Load(_context)));
        var model = other.Fit(Pipeline(), rows);

        _context.BinaryClassification.Evaluate(other.Tested(model.Transform(rows)));

        Assert.Equal("LEAK201", Assert.Single(other.Findings()).Id);
        Assert.Empty(_guard.Findings());
    }

    private static Dictionary<string, Func<MLContext, IDataView, IDataView>> DetoursByName => new()
    {
        ["none"] = (_, rows) => rows,
        ["shuffle"] = (context, rows) => context.Data.ShuffleRows(rows, seed: 3),
        ["filter"] = (context, rows) => context.Data.FilterRowsByColumn(rows, nameof(Visit.Dose), 2, 9),
        ["take"] = (context, rows) => context.Data.TakeRows(rows, 100),
        ["cache"] = (context, rows) => context.Data.Cache(rows),
        ["shuffle, then cache"] = (context, rows) => context.Data.Cache(context.Data.ShuffleRows(rows, seed: 3)),
        ["cache, then shuffle"] = (context, rows) => context.Data.ShuffleRows(context.Data.Cache(rows), seed: 3),
        ["filter, then cache twice"] = (context, rows) =>
            context.Data.Cache(context.Data.Cache(context.Data.FilterRowsByColumn(rows, nameof(Visit.Dose), 2, 9))),
        ["bootstrap"] = (context, rows) => context.Data.BootstrapSample(rows, seed: 3),
        ["drop a column, then cache"] = (context, rows) =>
            context.Data.Cache(context.Transforms.DropColumns(nameof(Visit.PatientId)).Fit(rows).Transform(rows)),
        ["compute a column, then cache"] = (context, rows) =>
            context.Data.Cache(context.Transforms.Concatenate("Both", nameof(Visit.Age), nameof(Visit.Dose)).Fit(rows).Transform(rows)),
    };

    private EstimatorChain<ITransformer> Pipeline() => Patients.Normalized(_context).Append(Patients.Lbfgs(_context));

    private void Evaluate(IDataView scored) => _context.BinaryClassification.Evaluate(_guard.Tested(scored));

    private DataOperationsCatalog.TrainTestData Halves(IDataView rows) => _context.Data.TrainTestSplit(rows, testFraction: 0.5);
}
