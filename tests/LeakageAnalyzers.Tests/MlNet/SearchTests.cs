using LeakageAnalyzers.Tests.Verification;

namespace LeakageAnalyzers.Tests.MlNet;

/// <summary>Libraries around ML.NET, known by the names of their types: data frames, and searches of AutoML, of which the tests know the signatures.</summary>
public sealed class SearchTests
{
    [Fact]
    public Task The_best_model_of_a_search_was_trained_on_its_rows() => Twins.VerifyAsync("""
        using Microsoft.ML.AutoML;
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var result = ml.Auto().CreateBinaryClassificationExperiment(60).Execute(split.TrainSet);
        var best = result.BestRun;
        var metrics = ml.BinaryClassification.{|LEAK201:Evaluate(best.Model.Transform(§))|};
        """, "split.TrainSet", "split.TestSet");

    [Fact]
    public Task The_best_pipeline_of_a_search_fitted_anew() => Twins.VerifyAsync("""
        using Microsoft.ML.AutoML;
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var result = ml.Auto().CreateBinaryClassificationExperiment(60).Execute(split.TrainSet);
        var model = result.BestRun.Estimator.Fit(§);
        var metrics = ml.BinaryClassification.{|LEAK201:Evaluate(model.Transform(split.TestSet))|};
        """, "split.TestSet", "split.TrainSet");

    [Fact]
    public Task The_best_of_all_runs_of_a_search() => Twins.VerifyAsync("""
        using Microsoft.ML.AutoML;
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var runs = ml.Auto().CreateRegressionExperiment(new RegressionExperimentSettings { MaxExperimentTimeInSeconds = 60 }).Execute(split.TrainSet, "Pressure", progressHandler: null).RunDetails;
        var metrics = ml.Regression.{|LEAK201:Evaluate(runs.Best().Model.Transform(§), "Pressure")|};
        """, "split.TrainSet", "split.TestSet");

    [Fact]
    public Task The_validation_rows_of_a_search() => Twins.VerifyAsync("""
        using Microsoft.ML.AutoML;
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var inner = ml.Data.TrainTestSplit(split.TrainSet);
        var result = ml.Auto().CreateBinaryClassificationExperiment(60).Execute(inner.TrainSet, {|LEAK301:§|}, new ColumnInformation { LabelColumnName = "Label" });
        var metrics = ml.BinaryClassification.Evaluate(result.BestRun.Model.Transform(split.TestSet));
        """, "split.TestSet", "inner.TestSet");

    [Fact]
    public Task An_experiment_that_is_told_its_rows_before_it_runs() => Twins.VerifyAsync("""
        using Microsoft.ML.AutoML;
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var inner = ml.Data.TrainTestSplit(split.TrainSet);
        var experiment = ml.Auto().CreateExperiment();
        experiment.SetPipeline(ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Auto().BinaryClassification()))
            .SetBinaryClassificationMetric(BinaryClassificationMetric.Accuracy)
            .SetTrainingTimeInSeconds(60)
            .SetDataset(inner.TrainSet, inner.TestSet);
        TrialResult best = await experiment.RunAsync();
        var metrics = ml.BinaryClassification.{|LEAK201:Evaluate(best.Model.Transform(§))|};
        """, "inner.TrainSet", "split.TestSet");

    [Fact]
    public Task An_experiment_that_is_told_a_split() => Twins.VerifyAsync("""
        using Microsoft.ML.AutoML;
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var inner = ml.Data.TrainTestSplit(split.TrainSet);
        var best = ml.Auto().CreateExperiment().SetDataset({|LEAK301:§|}).SetBinaryClassificationMetric(BinaryClassificationMetric.Accuracy).Run();
        var metrics = ml.BinaryClassification.Evaluate(best.Model.Transform(split.TestSet));
        """, "split", "inner");

    [Fact]
    public Task An_experiment_that_cuts_folds_of_visits() => Twins.VerifyAsync("""
        using Microsoft.ML.AutoML;
        var ml = new MLContext(seed: 1);
        var rows = ml.Data.LoadFromTextFile<Visit>("visits.csv");
        var experiment = new AutoMLExperiment(ml, new AutoMLExperiment.AutoMLExperimentSettings());
        experiment.{|LEAK202:SetDataset(rows, 5§)|}.SetBinaryClassificationMetric(BinaryClassificationMetric.Accuracy).Run();
        """, "", ", nameof(Visit.PatientId)");

    [Fact]
    public Task The_validation_set_of_a_trainer_in_its_options() => Twins.VerifyAsync("""
        using Microsoft.ML.Vision;
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var inner = ml.Data.TrainTestSplit(split.TrainSet);
        var options = new ImageClassificationTrainer.Options { FeatureColumnName = "Image", LabelColumnName = "Label", ValidationSet = § };
        var model = ml.MulticlassClassification.Trainers.ImageClassification({|LEAK301:options|}).Fit(inner.TrainSet);
        var metrics = ml.MulticlassClassification.Evaluate(model.Transform(split.TestSet));
        """, "split.TestSet", "inner.TestSet");

    [Theory]
    [InlineData("new ImageClassificationTrainer.EarlyStopping()", "null")]
    public Task A_validation_set_that_does_not_stop_training_is_only_reported_on(string stopping, string none) => Twins.VerifyAsync("""
        using Microsoft.ML.Vision;
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var options = new ImageClassificationTrainer.Options { FeatureColumnName = "Image", LabelColumnName = "Label", ValidationSet = split.TestSet, EarlyStoppingCriteria = § };
        var model = ml.MulticlassClassification.Trainers.ImageClassification({|LEAK301:options|}).Fit(split.TrainSet);
        var metrics = ml.MulticlassClassification.Evaluate(model.Transform(split.TestSet));
        """, stopping, none);

    [Fact]
    public async Task Validation_rows_in_options_are_called_as_they_are_where_they_are_tested()
    {
        var findings = await Analysis.OfAsync("""
            using Microsoft.ML.Vision;
            var ml = new MLContext(seed: 1);
            var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
            var options = new ImageClassificationTrainer.Options { FeatureColumnName = "Image", ValidationSet = split.TestSet };
            var model = ml.MulticlassClassification.Trainers.ImageClassification(options).Fit(split.TrainSet);
            var metrics = ml.MulticlassClassification.Evaluate(model.Transform(split.TestSet));
            """, MlNetReferences.All);

        Assert.StartsWith("'split.TestSet' is used here to validate", Assert.Single(findings, finding => finding.Id == "LEAK301").GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public Task The_validation_set_of_a_trainer_that_is_named() => Twins.VerifyAsync("""
        using Microsoft.ML.TorchSharp;
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var inner = ml.Data.TrainTestSplit(split.TrainSet);
        var model = ml.MulticlassClassification.Trainers.TextClassification(sentence1ColumnName: "Text", validationSet: {|LEAK301:§|}).Fit(inner.TrainSet);
        var metrics = ml.MulticlassClassification.Evaluate(model.Transform(split.TestSet));
        """, "split.TestSet", "inner.TestSet");

    [Theory]
    [InlineData("MulticlassClassification", "TextClassification", "Microsoft.ML.TorchSharp.NasBert.TextClassificationTrainer.TextClassificationOptions")]
    [InlineData("MulticlassClassification", "NamedEntityRecognition", "Microsoft.ML.TorchSharp.NasBert.NerTrainer.NerOptions")]
    [InlineData("MulticlassClassification", "QuestionAnswer", "Microsoft.ML.TorchSharp.Roberta.QATrainer.Options")]
    [InlineData("MulticlassClassification", "ObjectDetection", "Microsoft.ML.TorchSharp.AutoFormerV2.ObjectDetectionTrainer.Options")]
    [InlineData("Regression", "SentenceSimilarity", "Microsoft.ML.TorchSharp.NasBert.SentenceSimilarityTrainer.SentenceSimilarityOptions")]
    public Task The_validation_set_in_the_options_of_a_deep_trainer(string catalog, string trainer, string options) => Twins.VerifyAsync($$"""
        using Microsoft.ML.TorchSharp;
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var inner = ml.Data.TrainTestSplit(split.TrainSet);
        var options = new {{options}} { LabelColumnName = "Label", ValidationSet = § };
        var model = ml.{{catalog}}.Trainers.{{trainer}}({|LEAK301:options|}).Fit(inner.TrainSet);
        var metrics = ml.{{catalog}}.Evaluate(model.Transform(split.TestSet));
        """, "split.TestSet", "inner.TestSet");

    [Fact]
    public Task Anomalies_of_a_whole_series_are_rows_of_it() => Twins.VerifyAsync("""
        using Microsoft.ML.TimeSeries;
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var marked = ml.AnomalyDetection.DetectEntireAnomalyBySrCnn(§, "Anomaly", "Age");
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.{|LEAK201:Evaluate(model.Transform(marked))|};
        """, "split.TrainSet", "split.TestSet");

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
