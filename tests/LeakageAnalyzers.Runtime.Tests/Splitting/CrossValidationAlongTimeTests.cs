using Microsoft.ML;
using Microsoft.ML.Data;

namespace LeakageAnalyzers.Runtime.Tests.Splitting;

/// <summary>Models that are tested on rows later than all they have learned from.</summary>
public sealed class CrossValidationAlongTimeTests
{
    private const int Days = 90;

    private readonly MLContext _context = new(seed: 1);
    private readonly IDataView _days;

    public CrossValidationAlongTimeTests() => _days = _context.Data.LoadFromEnumerable(Enumerable.Range(0, Days).OrderBy(day => day * 7919 % 1009).Select(day => new Day
    {
        Date = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(day),
        Number = day,
        Rain = day % 7,
        IsWet = day % 7 > 3,
        Wind = day % 3,
    }).ToList());

    [Fact]
    public void Each_task_is_tested_on_the_folds_of_the_split_along_time()
    {
        var binary = Features.Append(_context.BinaryClassification.Trainers.LbfgsLogisticRegression(nameof(Day.IsWet)));
        var classes = _context.Transforms.Conversion.MapValueToKey(nameof(Day.Wind)).Append(Features).Append(_context.MulticlassClassification.Trainers.LbfgsMaximumEntropy(nameof(Day.Wind)));
        var regression = Features.Append(_context.Regression.Trainers.LbfgsPoissonRegression(nameof(Day.Rain)));

        AssertAlongTime(_context.BinaryClassification.TimeSeriesCrossValidate(_days, binary, nameof(Day.Date), 3, nameof(Day.IsWet)));
        AssertAlongTime(_context.BinaryClassification.TimeSeriesCrossValidateNonCalibrated(_days, binary, nameof(Day.Date), 3, nameof(Day.IsWet)));
        AssertAlongTime(_context.MulticlassClassification.TimeSeriesCrossValidate(_days, classes, nameof(Day.Number), 3, nameof(Day.Wind)));
        var folds = _context.Regression.TimeSeriesCrossValidate(_days, regression, nameof(Day.Date), 3, nameof(Day.Rain));
        AssertAlongTime(folds);

        var last = _context.Data.TimeSeriesSplit(_days, nameof(Day.Date), 3)[2];
        var byHand = _context.Regression.Evaluate(regression.Fit(last.TrainSet).Transform(last.TestSet), nameof(Day.Rain));
        Assert.Equal(byHand.MeanAbsoluteError, folds[2].Metrics.MeanAbsoluteError, 1e-6);
    }

    [Fact]
    public void What_cannot_be_cut_along_time_is_refused()
    {
        var regression = Features.Append(_context.Regression.Trainers.LbfgsPoissonRegression(nameof(Day.Rain)));

        Assert.Contains("'Ward' of type String", Assert.Throws<ArgumentException>(() => _context.Regression.TimeSeriesCrossValidate(_days, regression, nameof(Day.Ward))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => _context.Regression.TimeSeriesCrossValidate(_days, regression, nameof(Day.Date), numberOfFolds: 1));
        Assert.Throws<ArgumentNullException>(() => _context.Regression.TimeSeriesCrossValidate(_days, null!, nameof(Day.Date)));
    }

    private IEstimator<ITransformer> Features => _context.Transforms.Concatenate("Features", nameof(Day.Number));

    private static void AssertAlongTime<TMetrics>(IReadOnlyList<TrainCatalogBase.CrossValidationResult<TMetrics>> folds)
        where TMetrics : class
    {
        // Three folds of a quarter each, the first quarter being trained on only.
        var tested = folds.Select(fold => fold.ScoredHoldOutSet.GetColumn<float>(nameof(Day.Number)).Order().ToList()).ToList();
        var size = Days / 4;
        Assert.Equal([0, 1, 2], folds.Select(fold => fold.Fold));
        Assert.Equal([.. Enumerable.Range(0, 3).Select(fold => Enumerable.Range(Days - ((3 - fold) * size), size).Select(day => (float)day).ToList())], tested);
    }

    private sealed class Day
    {
        public DateTime Date { get; set; }

        public float Number { get; set; }

        public float Rain { get; set; }

        public bool IsWet { get; set; }

        public float Wind { get; set; }

        public string Ward { get; set; } = "";
    }
}
