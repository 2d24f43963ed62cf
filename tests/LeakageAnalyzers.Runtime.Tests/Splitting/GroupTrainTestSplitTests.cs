using Microsoft.ML;
using Microsoft.ML.Data;

namespace LeakageAnalyzers.Runtime.Tests.Splitting;

public sealed class GroupTrainTestSplitTests
{
    private const int Groups = 60;
    private const int Rows = 600;

    [Theory]
    [InlineData(nameof(Row.Text))]
    [InlineData(nameof(Row.Whole))]
    [InlineData(nameof(Row.Real))]
    [InlineData(nameof(Row.Key))]
    [InlineData(nameof(Row.Date))]
    public void No_group_is_on_both_sides_and_no_row_is_lost(string column)
    {
        var ml = new MLContext();
        var split = ml.Data.GroupTrainTestSplit(ml.Data.LoadFromEnumerable(Make()), column, testFraction: 0.2);
        var (train, test) = (Read(ml, split.TrainSet), Read(ml, split.TestSet));

        Assert.Empty(train.Select(row => row.Whole).Intersect(test.Select(row => row.Whole)));
        Assert.Equal(Enumerable.Range(0, Rows), train.Concat(test).Select(row => row.Id).Order());
        Assert.InRange(test.Count, 0.15 * Rows, 0.25 * Rows);
    }

    [Fact]
    public void ML_NETs_own_split_cuts_a_real_valued_key_by_value_and_ours_does_not()
    {
        var ml = new MLContext();
        var data = ml.Data.LoadFromEnumerable(Make());
        var theirs = Read(ml, ml.Data.TrainTestSplit(data, 0.2, nameof(Row.Real)).TestSet).Select(row => row.Real).Distinct().ToList();
        var ours = Read(ml, ml.Data.GroupTrainTestSplit(data, nameof(Row.Real), 0.2).TestSet).Select(row => row.Real).Distinct().ToList();

        Assert.True(theirs.Max() < 0.3 * Groups);
        Assert.True(ours.Max() > 0.7 * Groups);
    }

    // Text, whole numbers and dates are hashed; real numbers and keys are cut where the lowest tenths of their range end.
    [Theory]
    [InlineData(nameof(Row.Text), false)]
    [InlineData(nameof(Row.Whole), false)]
    [InlineData(nameof(Row.Date), false)]
    [InlineData(nameof(Row.Real), true)]
    [InlineData(nameof(Row.Key), true)]
    public void ML_NETs_own_split_takes_the_first_values_of_some_types_of_key_and_ours_of_none(string column, bool takesTheFirst)
    {
        var ml = new MLContext();
        var data = ml.Data.LoadFromEnumerable(Make());
        var theirs = ml.Data.TrainTestSplit(data, 0.2, column);
        var ours = ml.Data.GroupTrainTestSplit(data, column, 0.2);

        Assert.Equal(takesTheFirst, Groups(theirs.TestSet).SequenceEqual(Enumerable.Range(0, Groups(theirs.TestSet).Count)));
        Assert.NotEqual(Enumerable.Range(0, Groups(ours.TestSet).Count), Groups(ours.TestSet));
        Assert.Empty(Groups(theirs.TrainSet).Intersect(Groups(theirs.TestSet)));
        Assert.Empty(Groups(ours.TrainSet).Intersect(Groups(ours.TestSet)));

        List<int> Groups(IDataView part) => [.. Read(ml, part).Select(row => row.Whole).Distinct().Order()];
    }

    [Theory]
    [InlineData(nameof(Row.Real))]
    [InlineData(nameof(Row.Key))]
    public void The_seed_of_ML_NETs_own_split_has_no_say_in_that_and_ours_has(string column)
    {
        var ml = new MLContext();
        var data = ml.Data.LoadFromEnumerable(Make());

        Assert.Equal(Ids(ml.Data.TrainTestSplit(data, 0.2, column, seed: 1)), Ids(ml.Data.TrainTestSplit(data, 0.2, column, seed: 2)));
        Assert.NotEqual(Ids(ml.Data.GroupTrainTestSplit(data, column, 0.2, seed: 1)), Ids(ml.Data.GroupTrainTestSplit(data, column, 0.2, seed: 2)));

        List<int> Ids(DataOperationsCatalog.TrainTestData split) => [.. Read(ml, split.TestSet).Select(row => row.Id)];
    }

    [Theory]
    [InlineData(nameof(Row.Real))]
    [InlineData(nameof(Row.Key))]
    [InlineData(nameof(Row.Text))]
    public void ML_NETs_own_folds_lose_or_repeat_rows_and_ours_test_each_once(string column)
    {
        var ml = new MLContext();
        var rows = Make();
        foreach (var row in rows.Where(row => row.Id % 4 == 0))
        {
            // ML.NET counts the keys of row objects from zero: this one is beyond the last.
            (row.Text, row.Real, row.Key) = ("", float.NaN, Groups);
        }

        var data = ml.Data.LoadFromEnumerable(rows);
        var theirs = ml.Data.CrossValidationSplit(data, numberOfFolds: 3, samplingKeyColumnName: column).SelectMany(fold => Read(ml, fold.TestSet)).ToList();
        var ours = ml.Data.GroupKFold(data, column, numberOfFolds: 3).SelectMany(fold => Read(ml, fold.TestSet)).ToList();

        Assert.DoesNotContain(theirs, row => row.Id % 4 == 0);
        Assert.Equal(Enumerable.Range(0, Rows), ours.Select(row => row.Id).Order());
    }

    [Fact]
    public void ML_NETs_own_split_drops_rows_without_a_key_and_ours_keeps_them()
    {
        var ml = new MLContext();
        var rows = Make();
        foreach (var row in rows.Where(row => row.Id % 4 == 0))
        {
            row.Text = "";
        }

        var data = ml.Data.LoadFromEnumerable(rows);
        var theirs = ml.Data.TrainTestSplit(data, 0.2, nameof(Row.Text));
        var ours = ml.Data.GroupTrainTestSplit(data, nameof(Row.Text), 0.2);

        Assert.Equal(Rows * 3 / 4, Read(ml, theirs.TrainSet).Count + Read(ml, theirs.TestSet).Count);
        Assert.Equal(Rows, Read(ml, ours.TrainSet).Count + Read(ml, ours.TestSet).Count);
        Assert.InRange(Read(ml, ours.TestSet).Count(row => row.Text.Length == 0), 1, Rows / 4 - 1);
    }

    [Fact]
    public void The_draw_depends_on_the_seed_and_the_groups_but_not_on_the_order_of_the_rows()
    {
        var ml = new MLContext();
        var rows = Make();
        var reversed = Enumerable.Reverse(rows).ToList();

        Assert.Equal(TestedGroups(rows, 1), TestedGroups(reversed, 1));
        Assert.NotEqual(TestedGroups(rows, 1), TestedGroups(rows, 2));

        List<int> TestedGroups(List<Row> source, int seed) =>
            [.. Read(ml, ml.Data.GroupTrainTestSplit(ml.Data.LoadFromEnumerable(source), nameof(Row.Text), 0.3, seed).TestSet).Select(row => row.Whole).Distinct().Order()];
    }

    [Fact]
    public void The_group_key_of_the_row_class_names_the_column()
    {
        var ml = new MLContext();
        var split = ml.Data.GroupTrainTestSplit<Row>(ml.Data.LoadFromEnumerable(Make()), 0.2);

        Assert.Empty(Read(ml, split.TrainSet).Select(row => row.Text).Intersect(Read(ml, split.TestSet).Select(row => row.Text)));
        Assert.Contains("none", Assert.Throws<ArgumentException>(() => ml.Data.GroupTrainTestSplit<Guard.Visit>(ml.Data.LoadFromEnumerable(Make()))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Trainers_read_the_parts_with_several_cursors()
    {
        var ml = new MLContext(1);
        var split = ml.Data.GroupTrainTestSplit(Guard.Patients.Load(ml), nameof(Guard.Visit.PatientId), 0.25);
        var model = Guard.Patients.Features(ml).Append(Guard.Patients.FastTree(ml)).Fit(split.TrainSet);

        Assert.InRange(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).AreaUnderRocCurve, 0.5, 1);
    }

    [Fact]
    public void An_unknown_column_is_named_beside_those_that_exist()
    {
        var ml = new MLContext();
        var error = Assert.Throws<ArgumentException>(() => ml.Data.GroupTrainTestSplit(ml.Data.LoadFromEnumerable(Make()), "Patient"));

        Assert.Contains("'Patient'", error.Message, StringComparison.Ordinal);
        Assert.Contains("'Text', 'Whole'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1.5)]
    [InlineData(double.NaN)]
    public void A_fraction_that_is_none_is_refused(double fraction)
    {
        var ml = new MLContext();
        Assert.Throws<ArgumentOutOfRangeException>(() => ml.Data.GroupTrainTestSplit(ml.Data.LoadFromEnumerable(Make()), nameof(Row.Text), fraction));
    }

    [Fact]
    public void No_rows_and_a_single_group_are_refused()
    {
        var ml = new MLContext();
        var none = Assert.Throws<InvalidOperationException>(() => ml.Data.GroupTrainTestSplit(ml.Data.LoadFromEnumerable(new List<Row>()), nameof(Row.Text)));
        var single = Assert.Throws<InvalidOperationException>(() => ml.Data.GroupTrainTestSplit(ml.Data.LoadFromEnumerable(Make().Where(row => row.Whole == 3).ToList()), nameof(Row.Text)));

        Assert.Contains("no rows", none.Message, StringComparison.Ordinal);
        Assert.Contains("one group of 'Text'", single.Message, StringComparison.Ordinal);
    }

    private static List<Row> Make() => [.. Enumerable.Range(0, Rows).Select(id => new Row
    {
        Id = id,
        Text = $"P{id % Groups}",
        Whole = id % Groups,
        Real = id % Groups,
        // ML.NET counts the keys of row objects from zero.
        Key = (uint)(id % Groups),
        Date = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(id % Groups),
    })];

    private static List<Row> Read(MLContext ml, IDataView view) => [.. ml.Data.CreateEnumerable<Row>(view, reuseRowObject: false)];

    public sealed class Row
    {
        [GroupKey]
        public string Text { get; set; } = "";

        public int Whole { get; set; }

        public float Real { get; set; }

        [KeyType(Groups)]
        public uint Key { get; set; }

        public DateTime Date { get; set; }

        public int Id { get; set; }
    }
}
