using LeakageAnalyzers.Tests.Verification;
using static LeakageAnalyzers.Tests.Verification.Twins;

namespace LeakageAnalyzers.Tests.Rules;

/// <summary>Random split of time-ordered rows.</summary>
public sealed class LEAK204Tests
{
    private const string Day = """

        public class Day
        {
            [LoadColumn(0)] public DateTime Date { get; set; }
            [LoadColumn(1)] public float Demand { get; set; }
            [LoadColumn(2)] public float Rain { get; set; }
            [LoadColumn(3)] public float DemandTomorrow { get; set; }
        }

        public class LaggedDay : Day
        {
            [LoadColumn(4)] public float DemandLag7 { get; set; }
        }

        public class Order : Day
        {
            [LoadColumn(4)] public float DaysSinceLastOrder { get; set; }
        }

        public class Admission
        {
            [LoadColumn(0)] public DateTime BirthDate { get; set; }
            [LoadColumn(1)] public float PreviousEmployer { get; set; }
            [LoadColumn(2)] public float Demand { get; set; }
            [LoadColumn(3)] public float NextDayDemand { get; set; }
        }

        public class Checkup
        {
            [LoadColumn(0)] public DateTime CheckupDate { get; set; }
            [LoadColumn(1)] public float Demand { get; set; }
        }

        public class RepeatedCheckup : Checkup
        {
            [LoadColumn(2)] public float DaysSinceLastCheckup { get; set; }
        }

        public class CheckupOfDemand : Checkup
        {
            [LoadColumn(2)] public float TotalDemandLastMonth { get; set; }
        }

        public class CheckupOfAnApplicant : Checkup
        {
            [LoadColumn(2)] public float DaysSinceLastLogin { get; set; }
            [LoadColumn(3)] public float InquiriesLastMonth { get; set; }
            [LoadColumn(4)] public float LastYear { get; set; }
        }

        public class Account
        {
            [LoadColumn(0)] public DateTime SignupDate { get; set; }
            [LoadColumn(1)] public float Demand { get; set; }
            [LoadColumn(2)] public float DemandLastMonth { get; set; }
            [LoadColumn(3)] public float NextMonthDemand { get; set; }
        }

        public class MonthOfAnAccount : Account
        {
            [LoadColumn(4)] public DateTime Month { get; set; }
        }
        """;

    private const string Study = """
        using LeakageAnalyzers.Runtime;
        var ml = new MLContext(seed: 1);
        var days = new List<Day>();
        var path = args[0];
        §
        """ + Day;

    [Theory]
    [InlineData(
        "var data = ml.Data.LoadFromEnumerable(days.OrderBy(day => day.Date).ToList()); var split = ml.Data.{|LEAK204:TrainTestSplit(data)|};",
        "var data = ml.Data.LoadFromEnumerable(days.OrderBy(day => day.Rain).ToList()); var split = ml.Data.TrainTestSplit(data);")]
    [InlineData(
        "var data = ml.Data.LoadFromEnumerable(from day in days where day.Rain > 0 orderby day.Date descending select day); var split = ml.Data.{|LEAK204:TrainTestSplit(data, 0.3, seed: 4)|};",
        "var data = ml.Data.LoadFromEnumerable(from day in days where day.Rain > 0 orderby day.Date descending select day); var split = ml.Data.TemporalTrainTestSplit(data, \"Date\", 0.3);")]
    [InlineData(
        "var data = ml.Data.LoadFromTextFile<LaggedDay>(path); var split = ml.Data.{|LEAK204:TrainTestSplit(data)|};",
        "var data = ml.Data.LoadFromTextFile<Day>(path); var split = ml.Data.TrainTestSplit(data);")]
    [InlineData(
        "var data = ml.Data.LoadFromTextFile<Order>(path); var split = ml.Data.{|LEAK204:TrainTestSplit(data)|};",
        "var data = ml.Data.LoadFromTextFile<Order>(path); var split = ml.Data.TemporalTrainTestSplit(data, \"Date\");")]
    [InlineData(
        "var data = ml.Data.LoadFromTextFile<LaggedDay>(path); var folds = ml.Data.{|LEAK204:CrossValidationSplit(data, 4)|};",
        "var data = ml.Data.LoadFromTextFile<LaggedDay>(path); var folds = ml.Data.TimeSeriesSplit(data, \"Date\", 4);")]
    [InlineData(
        "var split = ml.Data.{|LEAK204:TrainTestSplit(ml.Data.LoadFromTextFile<Day>(path))|}; var model = ml.Transforms.Concatenate(\"Features\", \"Rain\").Append(ml.Regression.Trainers.FastTree(\"DemandTomorrow\")).Fit(split.TrainSet);",
        "var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Day>(path)); var model = ml.Transforms.Concatenate(\"Features\", \"Rain\").Append(ml.Regression.Trainers.FastTree(\"Demand\")).Fit(split.TrainSet);")]
    [InlineData(
        "var pipeline = ml.Transforms.CopyColumns(\"Label\", \"DemandTomorrow\").Append(ml.Transforms.Concatenate(\"Features\", \"Rain\")).Append(ml.Regression.Trainers.LightGbm()); var results = ml.Regression.{|LEAK204:CrossValidate(ml.Data.LoadFromTextFile<Day>(path), pipeline)|};",
        "var pipeline = ml.Transforms.CopyColumns(\"Label\", \"NextDayDemand\").Append(ml.Transforms.Concatenate(\"Features\", \"Demand\")).Append(ml.Regression.Trainers.LightGbm()); var results = ml.Regression.CrossValidate(ml.Data.LoadFromTextFile<Admission>(path), pipeline);")]
    [InlineData(
        "var results = ml.Regression.{|LEAK204:CrossValidate(ml.Data.LoadFromTextFile<LaggedDay>(path), ml.Transforms.Concatenate(\"Features\", \"DemandLag7\").Append(ml.Regression.Trainers.LightGbm(\"Demand\")), labelColumnName: \"Demand\")|};",
        "var results = ml.Regression.TimeSeriesCrossValidate(ml.Data.LoadFromTextFile<LaggedDay>(path), ml.Transforms.Concatenate(\"Features\", \"DemandLag7\").Append(ml.Regression.Trainers.LightGbm(\"Demand\")), \"Date\", labelColumnName: \"Demand\");")]
    [InlineData(
        "var split = ml.Data.{|LEAK204:TrainTestSplit(ml.Data.LoadFromTextFile<LaggedDay>(path), samplingKeyColumnName: nameof(Day.Date))|};",
        "var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<LaggedDay>(path), samplingKeyColumnName: \"Shop\");")]
    [InlineData(
        "var sorted = ml.Data.LoadFromEnumerable(Sorted(days)); var split = ml.Data.{|LEAK204:TrainTestSplit(sorted)|}; static List<Day> Sorted(IEnumerable<Day> rows) => rows.OrderBy(row => row.Date).ThenBy(row => row.Rain).ToList();",
        "var sorted = ml.Data.LoadFromEnumerable(Sorted(days)); var split = ml.Data.TrainTestSplit(sorted); static List<Day> Sorted(IEnumerable<Day> rows) => rows.OrderBy(row => row.Date).OrderBy(row => row.Rain).ToList();")]
    [InlineData(
        "var data = ml.Data.ShuffleRows(ml.Data.LoadFromTextFile<LaggedDay>(path)); var model = ml.Transforms.Concatenate(\"Features\", \"DemandLag7\").Append(ml.Regression.Trainers.FastTree(\"Demand\")).Fit(ml.Data.TakeRows(data, 800)); var metrics = ml.Regression.Evaluate(model.Transform(ml.Data.{|LEAK204:SkipRows(data, 800)|}), \"Demand\");",
        "var data = ml.Data.LoadFromTextFile<LaggedDay>(path); var model = ml.Transforms.Concatenate(\"Features\", \"DemandLag7\").Append(ml.Regression.Trainers.FastTree(\"Demand\")).Fit(ml.Data.TakeRows(data, 800)); var metrics = ml.Regression.Evaluate(model.Transform(ml.Data.SkipRows(data, 800)), \"Demand\");")]
    [InlineData(
        "var data = ml.Data.LoadFromEnumerable(days.OrderBy(day => day.Date)); var split = ml.Data.{|LEAK204:TrainTestSplit(data)|};",
        "var data = ml.Data.LoadFromEnumerable(days.OrderBy(day => day.Date).GroupBy(day => day.Date.Year).Select(year => year.First()).OrderBy(day => day.Rain).ToList()); var split = ml.Data.TrainTestSplit(data);")]
    [InlineData(
        "var split = ml.Data.{|LEAK204:TrainTestSplit(ml.Data.LoadFromTextFile<RepeatedCheckup>(path))|};",
        "var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<CheckupOfAnApplicant>(path));")]
    [InlineData(
        "var split = ml.Data.{|LEAK204:TrainTestSplit(ml.Data.LoadFromTextFile<CheckupOfDemand>(path))|};",
        "var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Account>(path));")]
    [InlineData(
        "var split = ml.Data.{|LEAK204:TrainTestSplit(ml.Data.LoadFromTextFile<MonthOfAnAccount>(path))|}; var model = ml.Transforms.Concatenate(\"Features\", \"Demand\").Append(ml.Regression.Trainers.FastTree(\"NextMonthDemand\")).Fit(split.TrainSet);",
        "var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Account>(path)); var model = ml.Transforms.Concatenate(\"Features\", \"Demand\").Append(ml.Regression.Trainers.FastTree(\"NextMonthDemand\")).Fit(split.TrainSet);")]
    public Task Reports_a_random_split_of_rows_that_follow_each_other_and_not_its_twin(string leaking, string honest) => VerifyAsync(Study, leaking, honest);

    [Fact]
    public Task Reports_a_step_that_reads_the_rows_as_a_series_and_not_one_that_does_not() => VerifyAsync(
        """
        using Microsoft.ML.Transforms.TimeSeries;
        var ml = new MLContext(seed: 1);
        §
        """ + Day,
        "var split = ml.Data.{|LEAK204:TrainTestSplit(ml.Data.LoadFromTextFile<Day>(args[0]))|}; var model = ml.Forecasting.ForecastBySsa(\"Forecast\", \"Demand\", 7, 30, 365, 7).Fit(split.TrainSet);",
        "var data = ml.Data.LoadFromTextFile<Day>(args[0]); var model = ml.Forecasting.ForecastBySsa(\"Forecast\", \"Demand\", 7, 30, 365, 7).Fit(ml.Data.TakeRows(data, 365));",
        TimeSeriesStub);

    [Fact]
    public Task Reports_a_declared_time_of_any_name_and_not_a_declared_identifier_that_looks_like_one() => VerifyAsync(
        """
        using LeakageAnalyzers.Runtime;
        var ml = new MLContext(seed: 1);
        var rows = new List<Row>();
        var data = ml.Data.LoadFromEnumerable(rows.OrderBy(row => row.§).ToList());
        var split = ml.Data.{|LEAK204:TrainTestSplit(data)|};

        class Row { [TimeStamp] public float Tick; [Identifier] public DateTime Timestamp; public float Value; }
        """,
        "Tick",
        "Timestamp");

    [Theory]
    [InlineData("Day", "BirthDay")]
    [InlineData("AdmittedOn", "Stay")]
    [InlineData("SignupDate", "Value")]
    [InlineData("Date", "Month")]
    public Task Reports_rows_in_the_order_of_their_days_and_not_of_a_duration_or_of_a_day_in_a_life(string time, string other) => VerifyAsync(
        """
        var ml = new MLContext(seed: 1);
        var rows = new List<Row>();
        var data = ml.Data.LoadFromEnumerable(rows.OrderBy(row => row.§).ToList());
        var split = ml.Data.{|LEAK204:TrainTestSplit(data)|};

        class Row { public DateTime Date; public DateTime Day; public DateTimeOffset AdmittedOn; public TimeSpan Stay; public DateTime BirthDay; public DateTime SignupDate; public int Month; public float Value; }
        """,
        time,
        other);

    [Fact]
    public Task Heeds_the_times_that_the_user_names() => AnalyzerVerifier.VerifyWithOptionsAsync(
        """
        var ml = new MLContext(seed: 1);
        var split = ml.Data.{|LEAK204:TrainTestSplit(ml.Data.LoadFromTextFile<Row>("rows.csv"))|};

        class Row { [LoadColumn(0)] public float Epoch { get; set; } [LoadColumn(1)] public float ValueLag1 { get; set; } }
        """,
        "leakage_analyzers.time_columns = epoch");

    [Theory]
    [InlineData("{|LEAK204:TrainTestSplit(rows)|}", "leakage_analyzers.time_columns = SignupDate")]
    [InlineData("TrainTestSplit(rows)", "leakage_analyzers.time_columns = epoch")]
    public Task Takes_the_date_of_an_entry_for_a_time_where_the_user_says_so(string split, string option) => AnalyzerVerifier.VerifyWithOptionsAsync(
        $$"""
        var ml = new MLContext(seed: 1);
        var rows = ml.Data.LoadFromTextFile<Row>("rows.csv");
        var split = ml.Data.{{split}};

        class Row { [LoadColumn(0)] public DateTime SignupDate { get; set; } [LoadColumn(1)] public float ValueLag1 { get; set; } }
        """,
        option);

    // Microsoft.ML.TimeSeries cannot be referenced here; the table knows it by name.
    private const string TimeSeriesStub = """
        namespace Microsoft.ML
        {
            public static class TimeSeriesCatalog
            {
                public static IEstimator<ITransformer> ForecastBySsa(this ForecastingCatalog catalog, string outputColumnName, string inputColumnName, int windowSize, int seriesLength, int trainSize, int horizon) => null;
            }
        }

        namespace Microsoft.ML.Transforms.TimeSeries
        {
        }
        """;
}
