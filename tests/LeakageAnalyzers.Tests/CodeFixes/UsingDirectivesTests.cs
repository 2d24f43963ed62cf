using LeakageAnalyzers.CodeFixes.Evaluation;
using static LeakageAnalyzers.Tests.Verification.CodeFixVerifier;

namespace LeakageAnalyzers.Tests.CodeFixes;

/// <summary>Where a repair puts the directive that it needs.</summary>
public sealed class UsingDirectivesTests
{
    [Fact]
    public Task A_namespace_that_has_the_directive_needs_no_other() => VerifyAsync<ReportIntervalsFix>(
        """
        // Copyright (c) Clinic.

        namespace Clinic
        {
            using LeakageAnalyzers.Runtime;
            using Microsoft.ML;

            class Study
            {
                static void Main()
                {
                    var ml = new MLContext(seed: 1);
                    var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
                    var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
                    Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy);
                }
            }
        }
        """,
        """
        // Copyright (c) Clinic.

        namespace Clinic
        {
            using LeakageAnalyzers.Runtime;
            using Microsoft.ML;

            class Study
            {
                static void Main()
                {
                    var ml = new MLContext(seed: 1);
                    var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
                    var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
                    Console.WriteLine(ml.BinaryClassification.EvaluateWithIntervals(model.Transform(split.TestSet)).Accuracy);
                }
            }
        }
        """);

    [Fact]
    public Task A_directive_goes_where_the_others_are() => VerifyAsync<ReportIntervalsFix>(
        """
        // Copyright (c) Clinic.

        namespace Clinic
        {
            using System;
            using Microsoft.ML;

            class Study
            {
                static void Main()
                {
                    var ml = new MLContext(seed: 1);
                    var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
                    var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
                    Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy);
                }
            }
        }
        """,
        """
        // Copyright (c) Clinic.

        namespace Clinic
        {
            using System;
            using LeakageAnalyzers.Runtime;
            using Microsoft.ML;

            class Study
            {
                static void Main()
                {
                    var ml = new MLContext(seed: 1);
                    var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
                    var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
                    Console.WriteLine(ml.BinaryClassification.EvaluateWithIntervals(model.Transform(split.TestSet)).Accuracy);
                }
            }
        }
        """);

    [Fact]
    public Task A_first_directive_goes_below_what_the_file_begins_with() => VerifyAsync<ReportIntervalsFix>(
        """
        #define EXTRA
        // Copyright (c) Clinic.

        // A study.
        class Study
        {
            static void Main()
            {
                var ml = new MLContext(seed: 1);
                var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
                var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
                Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy);
            }
        }
        """,
        """
        #define EXTRA
        // Copyright (c) Clinic.

        using LeakageAnalyzers.Runtime;

        // A study.
        class Study
        {
            static void Main()
            {
                var ml = new MLContext(seed: 1);
                var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
                var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
                Console.WriteLine(ml.BinaryClassification.EvaluateWithIntervals(model.Transform(split.TestSet)).Accuracy);
            }
        }
        """);
}
