using Microsoft.ML;
using Microsoft.ML.Data;

namespace LeakageAnalyzers.Runtime.Tests.Progress;

/// <summary>Whoever calls what may take long can stop it: a new public call without a token fails here until it has one, or a reason.</summary>
public sealed class StoppableCallsTests
{
    private static readonly MLContext Ml = new(seed: 1);
    private static readonly UnreadableView Unreadable = new(Guard.Patients.Load(Ml));

    // Watching, cutting and transforming are promises: the rows are read by the fit, the evaluation or the verification that needs them.
    private static readonly Dictionary<string, Action<LeakageGuard>> ReadNothing = new()
    {
        ["LeakageGuard.Watch"] = guard => guard.Watch(Unreadable),
        ["LeakageGuard.Split"] = guard => guard.Split(Ml.Data.TrainTestSplit(guard.Watch(Unreadable), samplingKeyColumnName: nameof(Guard.Visit.PatientId))),
        ["LeakageGuard.CrossValidated"] = guard => guard.CrossValidated(Array.Empty<TrainCatalogBase.CrossValidationResult<RegressionMetrics>>()),
        ["LeakageGuard.Transform"] = guard => guard.Transform(Model(), Unreadable),
        ["WatchedTransformer.Transform"] = guard => guard.Fit(Guard.Patients.Normalized(Ml), Guard.Patients.Load(Ml)).Transform(Unreadable),
        ["WatchedTransformer.GetOutputSchema"] = guard => guard.Fit(Guard.Patients.Features(Ml), Unreadable).GetOutputSchema(Unreadable.Schema),
        ["WatchedTransformer.GetRowToRowMapper"] = guard => guard.Fit(Guard.Patients.Features(Ml), Unreadable).GetRowToRowMapper(Unreadable.Schema),
        ["WatchedEstimator.GetOutputSchema"] = guard => Guard.Patients.Features(Ml).WatchedBy(guard).Append(Guard.Patients.Lbfgs(Ml)),
        ["LeakageGuard.Dispose"] = guard => guard.Dispose(),
    };

    private static readonly Dictionary<string, string> Short = new()
    {
        ["LeakageGuard.Load"] = "reads the file of a model, by ML.NET's own loader",
        ["LeaderboardNoise.OfChallenges"] = "looks at scores in memory once",
    };

    public static TheoryData<string> Promises => new(ReadNothing.Keys);

    [Fact]
    public void Every_long_call_can_be_stopped() => Assert.Equal(
        ReadNothing.Keys.Concat(Short.Keys).Order(StringComparer.Ordinal),
        PublicCalls.WithoutToken(typeof(LeakageGuard).Assembly, typeof(LeakageGuard), typeof(WatchedEstimator<>), typeof(WatchedTransformer<>)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Promises))]
    public void What_cannot_be_stopped_reads_no_row(string call)
    {
        using var guard = new LeakageGuard();

        ReadNothing[call](guard);
    }

    [Fact]
    public void An_unreadable_view_is_one()
    {
        using var guard = new LeakageGuard();

        Assert.Throws<NotSupportedException>(() => guard.Fit(Guard.Patients.Normalized(Ml), Unreadable));
    }

    private static ITransformer Model() => Guard.Patients.Normalized(Ml).Fit(Guard.Patients.Load(Ml));

    private sealed class UnreadableView(IDataView inner) : IDataView
    {
        public bool CanShuffle => inner.CanShuffle;

        public DataViewSchema Schema => inner.Schema;

        public long? GetRowCount() => null;

        public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) => throw new NotSupportedException("It was read.");

        public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) => throw new NotSupportedException("It was read.");
    }
}
