using LeakageAnalyzers.CodeFixes.Preprocessing;
using static LeakageAnalyzers.Tests.Verification.CodeFixVerifier;

namespace LeakageAnalyzers.Tests.CodeFixes;

/// <summary>What was said beside the calls that <see cref="MoveLearnedStepsIntoPipelineFix"/> takes away.</summary>
public sealed class KeptCommentsTests
{
    [Fact]
    public Task Comments_of_a_chain_stand_before_what_is_left_of_it() => VerifyAsync<MoveLearnedStepsIntoPipelineFix>(
        """
        var ml = new MLContext(seed: 1);
        IDataView data = ml.Data.LoadFromTextFile<Reading>("readings.csv");

        // All features between 0 and 1.
        var scaled = ml.Transforms.NormalizeMinMax("Features") // keeps zero
            .Fit(data) // learns the range
            .Transform(data); // applies it

        var split = ml.Data.TrainTestSplit(scaled, testFraction: 0.2); // at random
        var model = ml.BinaryClassification.Trainers.FastTree() // trees
            .Fit(split.TrainSet); // of the train rows
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy);
        """,
        """
        var ml = new MLContext(seed: 1);
        IDataView data = ml.Data.LoadFromTextFile<Reading>("readings.csv");

        // All features between 0 and 1.
        // keeps zero
        // learns the range
        var preparation = ml.Transforms.NormalizeMinMax("Features"); // applies it

        var split = ml.Data.TrainTestSplit(data, testFraction: 0.2); // at random
        var model = preparation.Append(ml.BinaryClassification.Trainers.FastTree()) // trees
            .Fit(split.TrainSet); // of the train rows
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy);
        """);

    [Fact]
    public Task Comments_within_a_statement_that_goes_stay_in_its_place() => VerifyAsync<MoveLearnedStepsIntoPipelineFix>(
        """
        class Study
        {
            static void Main() => Score(new MLContext());

            static void Score(MLContext ml)
            {
                IDataView data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
                var prep = ml.Transforms.Concatenate("Features", "Age", "Pressure")
                    .Append(ml.Transforms.NormalizeMeanVariance("Features")); // z scores
                var fitted = prep
                    // Takes a minute.
                    .Fit(data);
                var split = ml.Data.TrainTestSplit(data);
                var train = fitted.Transform(/* the larger part */ split.TrainSet);
                var model = ml.BinaryClassification.Trainers.FastTree().Fit(train);
                Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(fitted.Transform(
                    // never seen
                    split.TestSet))).Accuracy);
            }
        }
        """,
        """
        class Study
        {
            static void Main() => Score(new MLContext());

            static void Score(MLContext ml)
            {
                IDataView data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
                var prep = ml.Transforms.Concatenate("Features", "Age", "Pressure")
                    .Append(ml.Transforms.NormalizeMeanVariance("Features")); // z scores
                // Takes a minute.
                var split = ml.Data.TrainTestSplit(data);
                /* the larger part */
                var model = prep.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
                // never seen
                Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy);
            }
        }
        """);
}
