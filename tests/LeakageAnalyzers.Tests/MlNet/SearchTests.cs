using LeakageAnalyzers.Tests.Verification;

namespace LeakageAnalyzers.Tests.MlNet;

/// <summary>Libraries around ML.NET, known by the names of their types: data frames, and searches of AutoML, of which the signatures stand in the programs.</summary>
public sealed class SearchTests
{
    private const string AutoML = """

        namespace Microsoft.ML.AutoML
        {
            public sealed class BinaryClassificationExperiment
            {
                public ExperimentResult<BinaryClassificationMetrics> Execute(IDataView trainData, string labelColumnName = "Label") => throw new NotSupportedException();

                public ExperimentResult<BinaryClassificationMetrics> Execute(IDataView trainData, IDataView validationData, string labelColumnName = "Label") => throw new NotSupportedException();
            }

            public sealed class ExperimentResult<TMetrics>
            {
                public RunDetail<TMetrics> BestRun { get; set; }
            }

            public sealed class RunDetail<TMetrics>
            {
                public ITransformer Model { get; set; }

                public IEstimator<ITransformer> Estimator { get; set; }
            }
        }
        """;

    [Fact]
    public Task The_best_model_of_a_search_was_trained_on_its_rows() => Twins.VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var result = new Microsoft.ML.AutoML.BinaryClassificationExperiment().Execute(split.TrainSet);
        var best = result.BestRun;
        var metrics = ml.BinaryClassification.{|LEAK201:Evaluate(best.Model.Transform(§))|};
        """ + AutoML, "split.TrainSet", "split.TestSet");

    [Fact]
    public Task The_best_pipeline_of_a_search_fitted_anew() => Twins.VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var result = new Microsoft.ML.AutoML.BinaryClassificationExperiment().Execute(split.TrainSet);
        var model = result.BestRun.Estimator.Fit(§);
        var metrics = ml.BinaryClassification.{|LEAK201:Evaluate(model.Transform(split.TestSet))|};
        """ + AutoML, "split.TestSet", "split.TrainSet");

    [Fact]
    public Task A_data_frame_of_one_file_loaded_twice() => Twins.VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var train = Microsoft.Data.Analysis.DataFrame.LoadCsv("readings.csv");
        var test = Microsoft.Data.Analysis.DataFrame.LoadCsv(§);
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(train);
        var metrics = ml.BinaryClassification.{|LEAK201:Evaluate(model.Transform(test))|};
        """, "\"readings.csv\"", "\"others.csv\"");

    [Fact]
    public Task The_head_of_a_data_frame() => Twins.VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var all = Microsoft.Data.Analysis.DataFrame.LoadCsv("readings.csv");
        var split = ml.Data.TrainTestSplit(all);
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.{|LEAK201:Evaluate(model.Transform(§))|};
        """, "all.Clone()", "split.TestSet");
}
