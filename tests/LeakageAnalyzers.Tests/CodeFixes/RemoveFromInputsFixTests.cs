using LeakageAnalyzers.CodeFixes.Features;
using static LeakageAnalyzers.Tests.Verification.CodeFixVerifier;

namespace LeakageAnalyzers.Tests.CodeFixes;

/// <summary>Taking labels and identifiers out of the features.</summary>
public sealed class RemoveFromInputsFixTests
{
    private const string Row = """

        class Row { [LoadColumn(0)] public float Id; [LoadColumn(1)] public float Dose; [LoadColumn(2)] public float Age; [LoadColumn(3)] public float Label; }
        """;

    [Fact]
    public Task Takes_a_name_out_of_the_call() => VerifyAsync<RemoveFromInputsFix>(
        """
        var ml = new MLContext(seed: 1);
        var rows = ml.Data.LoadFromTextFile<Row>("rows.csv");
        // All we know.
        var pipeline = ml.Transforms.Concatenate("Features", nameof(Row.Id), "Dose", "Age", "Label")
            .Append(ml.Regression.Trainers.FastTree()); // Default trees.
        var model = pipeline.Fit(rows);
        """ + Row,
        """
        var ml = new MLContext(seed: 1);
        var rows = ml.Data.LoadFromTextFile<Row>("rows.csv");
        // All we know.
        var pipeline = ml.Transforms.Concatenate("Features", "Dose", "Age")
            .Append(ml.Regression.Trainers.FastTree()); // Default trees.
        var model = pipeline.Fit(rows);
        """ + Row);

    [Fact]
    public Task Takes_a_name_out_of_an_array_that_only_the_call_reads() => VerifyAsync<RemoveFromInputsFix>(
        """
        var ml = new MLContext(seed: 1);
        var inputs = new[] { "Dose", "Id", "Age" };
        Train(ml.Data.LoadFromTextFile<Row>("rows.csv"));

        ITransformer Train(IDataView rows) => ml.Transforms.Concatenate("Features", inputs).Append(ml.Regression.Trainers.FastTree()).Fit(rows);
        """ + Row,
        """
        var ml = new MLContext(seed: 1);
        var inputs = new[] { "Dose", "Age" };
        Train(ml.Data.LoadFromTextFile<Row>("rows.csv"));

        ITransformer Train(IDataView rows) => ml.Transforms.Concatenate("Features", inputs).Append(ml.Regression.Trainers.FastTree()).Fit(rows);
        """ + Row);

    [Fact]
    public Task Takes_names_out_of_arrays_that_are_written_in_the_call() => VerifyAsync<RemoveFromInputsFix>(
        """
        var ml = new MLContext(seed: 1);
        var rows = ml.Data.LoadFromTextFile<Row>("rows.csv");
        var one = ml.Transforms.Concatenate("Features", new[] { "Id", "Age" }).Append(ml.Regression.Trainers.FastTree()).Fit(rows);
        var two = ml.Transforms.Concatenate("Features", ["Age", "Id"]).Append(ml.Regression.Trainers.FastTree()).Fit(rows);
        """ + Row,
        """
        var ml = new MLContext(seed: 1);
        var rows = ml.Data.LoadFromTextFile<Row>("rows.csv");
        var one = ml.Transforms.Concatenate("Features", new[] { "Age" }).Append(ml.Regression.Trainers.FastTree()).Fit(rows);
        var two = ml.Transforms.Concatenate("Features", ["Age"]).Append(ml.Regression.Trainers.FastTree()).Fit(rows);
        """ + Row);

    [Fact]
    public Task Leaves_the_only_input_alone() => VerifyNotOfferedAsync<RemoveFromInputsFix>(
        """
        var ml = new MLContext(seed: 1);
        var model = ml.Transforms.Concatenate("Features", "Id").Append(ml.Regression.Trainers.FastTree()).Fit(ml.Data.LoadFromTextFile<Row>("rows.csv"));
        """ + Row);

    [Fact]
    public Task Leaves_an_array_alone_that_others_read() => VerifyNotOfferedAsync<RemoveFromInputsFix>(
        """
        var ml = new MLContext(seed: 1);
        var inputs = new[] { "Dose", "Id", "Age" };
        Console.WriteLine(inputs.Length);
        var model = ml.Transforms.Concatenate("Features", inputs).Append(ml.Regression.Trainers.FastTree()).Fit(ml.Data.LoadFromTextFile<Row>("rows.csv"));
        """ + Row);

    [Fact]
    public Task Keeps_conditional_names_and_the_lines_of_the_others() => VerifyAsync<RemoveFromInputsFix>(
        """
        var ml = new MLContext(seed: 1);
        var rows = ml.Data.LoadFromTextFile<Row>("rows.csv");
        var one = ml.Transforms.Concatenate("Features",
                "Dose", // milligrams
        #if FULL
                "Weight", // kilograms
        #endif
                "Id",
                "Age")
            .Append(ml.Regression.Trainers.FastTree()).Fit(rows);
        var two = ml.Transforms.Concatenate("Features", new[] { "Age", "Dose",
                "Label" /* oops */ })
            .Append(ml.Regression.Trainers.FastTree()).Fit(rows);

        class Row { [LoadColumn(0)] public float Id; [LoadColumn(1)] public float Dose; [LoadColumn(2)] public float Age; [LoadColumn(3)] public float Label; }
        """,
        """
        var ml = new MLContext(seed: 1);
        var rows = ml.Data.LoadFromTextFile<Row>("rows.csv");
        var one = ml.Transforms.Concatenate("Features",
                "Dose", // milligrams
        #if FULL
                "Weight", // kilograms
        #endif
                "Age")
            .Append(ml.Regression.Trainers.FastTree()).Fit(rows);
        var two = ml.Transforms.Concatenate("Features", new[] { "Age", "Dose"
                /* oops */ })
            .Append(ml.Regression.Trainers.FastTree()).Fit(rows);

        class Row { [LoadColumn(0)] public float Id; [LoadColumn(1)] public float Dose; [LoadColumn(2)] public float Age; [LoadColumn(3)] public float Label; }
        """);
}
