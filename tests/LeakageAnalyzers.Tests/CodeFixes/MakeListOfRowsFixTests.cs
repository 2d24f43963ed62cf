using LeakageAnalyzers.CodeFixes.Partition;
using static LeakageAnalyzers.Tests.Verification.CodeFixVerifier;

namespace LeakageAnalyzers.Tests.CodeFixes;

/// <summary>Making a list of rows that would be drawn anew.</summary>
public sealed class MakeListOfRowsFixTests
{
    [Fact]
    public Task Makes_a_list_before_loading() => VerifyAsync<MakeListOfRowsFix>(
        """
        var ml = new MLContext(seed: 1);
        var random = new Random(1);
        var readings = new List<Reading>();
        var data = ml.Data.LoadFromEnumerable(readings.OrderBy(_ => random.Next()) /* shuffled */);
        var split = ml.Data.TrainTestSplit(data);
        var folds = ml.Data.CrossValidationSplit(ml.Data.LoadFromEnumerable(from reading in readings orderby random.Next() select reading));
        """,
        """
        var ml = new MLContext(seed: 1);
        var random = new Random(1);
        var readings = new List<Reading>();
        var data = ml.Data.LoadFromEnumerable(readings.OrderBy(_ => random.Next()).ToList() /* shuffled */);
        var split = ml.Data.TrainTestSplit(data);
        var folds = ml.Data.CrossValidationSplit(ml.Data.LoadFromEnumerable((from reading in readings orderby random.Next() select reading).ToList()));
        """);

    [Fact]
    public Task Makes_a_list_of_a_query_that_has_a_name() => VerifyAsync<MakeListOfRowsFix>(
        """
        var ml = new MLContext(seed: 1);
        var random = new Random(1);
        var readings = new List<Reading>();
        var shuffled = from reading in readings orderby random.Next() select reading; // no order of the wards
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(shuffled));
        """,
        """
        var ml = new MLContext(seed: 1);
        var random = new Random(1);
        var readings = new List<Reading>();
        var shuffled = (from reading in readings orderby random.Next() select reading).ToList(); // no order of the wards
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(shuffled));
        """);

    [Fact]
    public Task Makes_one_list_where_two_views_are_cut_from_one_draw() => VerifyAsync<MakeListOfRowsFix>(
        """
        var ml = new MLContext(seed: 1);
        var readings = new List<Reading>();
        var shuffled = readings.OrderBy(_ => Guid.NewGuid());
        var train = ml.Data.LoadFromEnumerable(shuffled.Take(800));
        var test = ml.Data.LoadFromEnumerable(shuffled.Skip(800));
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(train);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(test));
        """,
        """
        var ml = new MLContext(seed: 1);
        var readings = new List<Reading>();
        var shuffled = readings.OrderBy(_ => Guid.NewGuid()).ToList();
        var train = ml.Data.LoadFromEnumerable(shuffled.Take(800));
        var test = ml.Data.LoadFromEnumerable(shuffled.Skip(800));
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(train);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(test));
        """);

    [Fact]
    public Task Makes_a_list_of_what_an_iterator_draws() => VerifyAsync<MakeListOfRowsFix>(
        """
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(Draw()));

        static IEnumerable<Reading> Draw()
        {
            var random = new Random();
            for (var i = 0; i < 100; i++)
            {
                yield return new Reading { Age = random.Next(90) };
            }
        }
        """,
        """
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(Draw().ToList()));

        static IEnumerable<Reading> Draw()
        {
            var random = new Random();
            for (var i = 0; i < 100; i++)
            {
                yield return new Reading { Age = random.Next(90) };
            }
        }
        """);

    [Fact]
    public Task Makes_a_list_behind_all_that_an_order_is_needed_for() => VerifyAsync<MakeListOfRowsFix>(
        """
        var ml = new MLContext(seed: 1);
        var random = new Random(1);
        var readings = new List<Reading>();
        var shuffled = readings
            .OrderBy(_ => random.Next()) // any order
            .ThenBy(reading => reading.Age)
            .Select(reading => reading);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(shuffled));
        """,
        """
        var ml = new MLContext(seed: 1);
        var random = new Random(1);
        var readings = new List<Reading>();
        var shuffled = readings
            .OrderBy(_ => random.Next()) // any order
            .ThenBy(reading => reading.Age).ToList()
            .Select(reading => reading);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(shuffled));
        """);

    [Fact]
    public Task Makes_a_list_where_it_is_loaded_if_the_variable_is_declared_as_an_order() => VerifyAsync<MakeListOfRowsFix>(
        """
        var ml = new MLContext(seed: 1);
        var random = new Random(1);
        var readings = new List<Reading>();
        IOrderedEnumerable<Reading> shuffled = readings.OrderBy(_ => random.Next());
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(shuffled));
        """,
        """
        var ml = new MLContext(seed: 1);
        var random = new Random(1);
        var readings = new List<Reading>();
        IOrderedEnumerable<Reading> shuffled = readings.OrderBy(_ => random.Next());
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(shuffled.ToList()));
        """);

    [Fact]
    public Task Is_not_offered_where_an_order_is_drawn_for_two_views() => VerifyNotOfferedAsync<MakeListOfRowsFix>("""
        var ml = new MLContext(seed: 1);
        var readings = new List<Reading>();
        IOrderedEnumerable<Reading> shuffled = readings.OrderBy(_ => Guid.NewGuid());
        var train = ml.Data.LoadFromEnumerable(shuffled.Take(800));
        var test = ml.Data.LoadFromEnumerable(shuffled.Skip(800));
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(train);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(test));
        """);

    [Fact]
    public Task Leaves_the_lines_of_a_file_that_is_indented_by_tabs() => VerifyAsync<MakeListOfRowsFix>(
        """
        class Study
        {
        	static void Main()
        	{
        		var ml = new MLContext(seed: 1);
        		var random = new Random(1);
        		var readings = new List<Reading>();
        		var split = ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(
        			readings.OrderBy(_ => random.Next()) // any order
        		));
        	}
        }
        """,
        """
        class Study
        {
        	static void Main()
        	{
        		var ml = new MLContext(seed: 1);
        		var random = new Random(1);
        		var readings = new List<Reading>();
        		var split = ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(
        			readings.OrderBy(_ => random.Next()).ToList() // any order
        		));
        	}
        }
        """);
}
