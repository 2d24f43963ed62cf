using System.Net;
using System.Text.Json.Nodes;
using LeakageAnalyzers.Runtime.Evaluation;
using LeakageAnalyzers.Runtime.Tests.Data;
using Microsoft.ML;

namespace LeakageAnalyzers.Runtime.Report.Tests;

/// <summary>What a report says of clean, leaking, missing and bad input.</summary>
public sealed class ReportContentTests
{
    [Fact]
    public void A_leak_makes_the_number_not_believable_and_is_named_at_the_top()
    {
        var summary = Summary(Studies.Leaky.Value);

        Assert.True(Studies.Leaky.Value.HasLeak);
        Assert.Equal("notBelievable", (string?)summary["verdict"]);
        Assert.Equal(
            ["LEAK102", "LEAK202", "LEAK601", "LEAK611"],
            summary["against"]!.AsArray().Where(objection => (string?)objection!["gravity"] == "disqualifying").Select(objection => (string)objection!["source"]!));
        Assert.StartsWith("Not believable: Area under the ROC curve 0.", Studies.Leaky.Value.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Its_clean_twin_is_believable_with_reservations_that_name_what_limits_it()
    {
        var summary = Summary(Studies.Honest.Value);

        Assert.False(Studies.Honest.Value.HasLeak);
        Assert.Equal("believableWithReservations", (string?)summary["verdict"]);
        Assert.All(summary["against"]!.AsArray(), objection => Assert.Equal("reservation", (string?)objection!["gravity"]));
        Assert.Contains(summary["against"]!.AsArray(), objection => (string?)objection!["source"] == "LEAK609");
        Assert.Contains(summary["inFavour"]!.AsArray(), support => ((string)support!).StartsWith("None of the 97", StringComparison.Ordinal));
    }

    [Fact]
    public void The_flow_counts_the_rows_of_every_step_and_those_on_both_sides()
    {
        var clean = Json(Studies.Honest.Value)["flow"]!;
        var leaking = Json(Studies.Leaky.Value)["flow"]!;

        Assert.Equal(["split", "training", "evaluation"], Kinds(clean));
        Assert.Equal(["preparation", "split", "training", "evaluation"], Kinds(leaking));
        Assert.Equal(195, (int)clean["rows"]!);
        Assert.Equal(0, (int)clean["learnedTestedRows"]!);
        Assert.Equal((int)leaking["testedRows"]!, (int)leaking["learnedTestedRows"]!);
        Assert.Equal("LEAK102", (string?)leaking["steps"]![0]!["leaks"]![0]);
        Assert.Equal(32, (int)leaking["steps"]![1]!["groups"]!["onBothSides"]!);

        static IEnumerable<string> Kinds(JsonNode flow) => flow["steps"]!.AsArray().Select(step => (string)step!["kind"]!);
    }

    [Fact]
    public void Folds_of_one_loop_are_one_step_with_a_range_of_rows()
    {
        var mlContext = new MLContext(seed: 1);
        using var guard = new LeakageGuard();
        var data = guard.Watch(mlContext.Data.LoadFromEnumerable(VoiceRecording.All));
        foreach (var fold in guard.Split(mlContext.Data.CrossValidationSplit(data, 3, nameof(VoiceRecording.PatientId))))
        {
            var model = guard.Fit(mlContext.BinaryClassification.Trainers.LbfgsLogisticRegression(), fold.TrainSet);
            mlContext.BinaryClassification.Evaluate(guard.Tested(model.Transform(fold.TestSet)));
        }

        var flow = Json(EvaluationReport.From(new ReportContents { Title = "Folds", Guard = guard }))["flow"]!;

        Assert.Equal([3, 3, 3], flow["steps"]!.AsArray().Select(step => (int)step!["times"]!));
        Assert.Equal(195, (int)flow["testedRows"]!);
        Assert.Equal(0, (int)flow["learnedTestedRows"]!);
        Assert.True((int)flow["steps"]![1]!["rows"]!["least"]! < (int)flow["steps"]![1]!["rows"]!["most"]!);
    }

    [Fact]
    public void What_is_missing_is_not_shown_and_says_why()
    {
        var report = Studies.Empty.Value;
        var document = Json(report);

        Assert.Equal("notShown", (string?)document["summary"]!["verdict"]);
        Assert.Contains("no number to judge", (string?)document["summary"]!["statement"], StringComparison.Ordinal);
        Assert.All(document["checklist"]!.AsArray(), entry => Assert.Equal("notShown", (string?)entry!["status"]));
        var parts = document["summary"]!["notShown"]!.AsArray().Select(part => (string)part!["part"]!).ToList();
        Assert.Equal(parts, parts.Distinct());
        Assert.Contains(MissingParts.Flow, parts);
        Assert.Contains(MissingParts.Performance, parts);
        Assert.Contains(MissingParts.Audit, parts);
        Assert.Equal("Not shown", report.ToString());
    }

    [Fact]
    public void A_guard_that_saw_no_evaluation_shows_nothing()
    {
        using var guard = new LeakageGuard();

        var missing = Summary(EvaluationReport.From(new ReportContents { Title = "Idle guard", Guard = guard }))["notShown"]!.AsArray();

        Assert.Contains(missing, part => ((string)part!["reason"]!).StartsWith("The guard saw nothing", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_a_model_learned_that_the_guard_did_not_see_being_fitted_is_not_shown(bool isSeen)
    {
        var mlContext = new MLContext(seed: 1);
        using var guard = new LeakageGuard();
        var parts = guard.Split(mlContext.Data.GroupTrainTestSplit(guard.Watch(mlContext.Data.LoadFromEnumerable(VoiceRecording.All)), nameof(VoiceRecording.PatientId), testFraction: 0.5));
        var trainer = mlContext.BinaryClassification.Trainers.LbfgsLogisticRegression();
        ITransformer model = isSeen ? guard.Fit(trainer, parts.TrainSet) : trainer.Fit(parts.TestSet);

        var report = Evaluated(mlContext, guard, guard.Tested(model.Transform(parts.TestSet)));

        AssertShown(isSeen, report);
        Assert.Equal(isSeen, report.ToHtml().Contains("of these had been learned from", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Of_a_cross_validation_the_guard_knows_what_was_learned_where_it_watched_the_pipeline(bool isWatched)
    {
        var mlContext = new MLContext(seed: 1);
        using var guard = new LeakageGuard();
        var data = guard.Watch(mlContext.Data.LoadFromEnumerable(VoiceRecording.All));
        IEstimator<ITransformer> trainer = mlContext.BinaryClassification.Trainers.LbfgsLogisticRegression();
        var folds = guard.CrossValidated(mlContext.BinaryClassification.GroupCrossValidate(data, isWatched ? trainer.WatchedBy(guard) : trainer, nameof(VoiceRecording.PatientId), 3));

        AssertShown(isWatched, Evaluated(mlContext, guard, folds[0].ScoredHoldOutSet));
    }

    [Fact]
    public void A_loaded_model_is_known_by_what_the_guard_saved_beside_it()
    {
        var mlContext = new MLContext(seed: 1);
        using var guard = new LeakageGuard();
        var parts = guard.Split(mlContext.Data.GroupTrainTestSplit(guard.Watch(mlContext.Data.LoadFromEnumerable(VoiceRecording.All)), nameof(VoiceRecording.PatientId), testFraction: 0.5));
        var folder = Directory.CreateTempSubdirectory().FullName;
        var path = Path.Combine(folder, "model.zip");
        guard.Save(mlContext, guard.Fit(mlContext.BinaryClassification.Trainers.LbfgsLogisticRegression(), parts.TrainSet), parts.TrainSet.Schema, path);

        AssertShown(true, Evaluated(mlContext, guard, guard.Tested(guard.Load(mlContext, path, out _).Transform(parts.TestSet))));
        AssertShown(false, Evaluated(mlContext, guard, guard.Tested(mlContext.Model.Load(path, out _).Transform(parts.TestSet))));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Measured_declared_and_not_shown_are_kept_apart()
    {
        var checklist = Json(Studies.Honest.Value)["checklist"]!.AsArray().ToDictionary(entry => (string)entry!["item"]!, entry => entry!);

        Assert.Equal("declared", (string?)checklist["intendedUse"]["status"]);
        Assert.Null(checklist["intendedUse"]["measured"]);
        Assert.Equal("notShown", (string?)checklist["externalValidation"]["status"]);

        // What is measured is not replaced by what is declared; both are said.
        Assert.Equal("measured", (string?)checklist["independentTestRows"]["status"]);
        Assert.Equal("No tested row was learned from.", (string?)checklist["independentTestRows"]["measured"]);
        Assert.Equal("The test recordings were put aside by a colleague.", (string?)checklist["independentTestRows"]["declared"]);
    }

    [Fact]
    public void Every_recommendation_stands_in_the_checklist_once() =>
        Assert.Equal(Enum.GetValues<ReportingItem>(), Recommendations.All.Select(recommendation => recommendation.Item));

    [Fact]
    public void Subgroups_looks_and_seeds_are_shown_where_they_are_known()
    {
        var document = Json(Studies.Honest.Value);

        var subgroups = document["subgroups"]![0]!["subgroups"]!.AsArray();
        Assert.Equal(97, subgroups.Sum(subgroup => (int)subgroup!["rows"]!));
        Assert.All(subgroups, subgroup => Assert.True(subgroup!["metric"] is null == subgroup["note"] is not null));
        Assert.Equal([false, false, false, true], document["ledger"]!["looks"]!.AsArray().Select(look => (bool)look!["beyondBudget"]!));
        Assert.Equal(3, (int)document["repetitions"]!["splits"]!);
        Assert.Contains(document["summary"]!["against"]!.AsArray(), objection => (string?)objection!["source"] == "ledger");
    }

    [Fact]
    public void A_ledger_without_looks_or_answers_is_shown_as_it_is()
    {
        foreach (var answers in new double?[][] { [], [null], [null, 0.5], [0.5, 0.5] })
        {
            var report = EvaluationReport.From(new ReportContents { Title = "Ledger", Holdout = Studies.Looks(answers, budget: null) });

            Assert.Equal(answers.Length, Json(report)["ledger"]!["looks"]!.AsArray().Count);
            Assert.Contains("97\u00A0test rows were sealed", report.ToHtml(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_page_says_what_the_JSON_says()
    {
        foreach (var (_, report) in Studies.All)
        {
            var page = WebUtility.HtmlDecode(report.ToHtml());
            var document = Json(report);
            var texts = document["summary"]!["against"]!.AsArray().Select(objection => (string)objection!["text"]!)
                .Concat(document["summary"]!["inFavour"]!.AsArray().Select(support => (string)support!))
                .Concat(document["summary"]!["notShown"]!.AsArray().Select(part => (string)part!["reason"]!))
                .Concat(document["checklist"]!.AsArray().SelectMany(entry => new[] { (string)entry!["recommendation"]!, (string?)entry["measured"], (string?)entry["declared"] }).OfType<string>())
                .Concat((document["performance"]?["metrics"]?.AsArray() ?? []).Select(metric => (string)metric!["title"]!))
                .Append((string)document["title"]!);

            Assert.All(texts, text => Assert.Contains(text, page, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_page_needs_no_script_and_nothing_else()
    {
        var page = Studies.Honest.Value.ToHtml();

        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("http", page.Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@import", page, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", page.Replace("url(#", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("rgb(0,0,", page, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_author_writes_is_text_and_never_markup()
    {
        var page = EvaluationReport.From(new ReportContents
        {
            Title = "<script>alert(1)</script> & \u0001",
            Declarations = new Dictionary<ReportingItem, string> { [ReportingItem.IntendedUse] = "<img src=x onerror=alert(1)>" },
        }).ToHtml();

        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_contents_give_the_same_page() => Assert.Equal(Studies.Honest.Value.ToHtml(), Studies.Honest.Value.ToHtml());

    [Fact]
    public void Page_and_JSON_are_saved_side_by_side()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;

        var path = Studies.Empty.Value.Save(Path.Combine(folder, "new", "report.html"));

        Assert.Equal(Studies.Empty.Value.ToHtml(), File.ReadAllText(path));
        Assert.Equal(Studies.Empty.Value.ToJson(), File.ReadAllText(Path.ChangeExtension(path, ".json")));
        Assert.Throws<ArgumentException>(() => Studies.Empty.Value.Save(Path.Combine(folder, "report.json")));

        // A file in the place of a folder, and folders in the places of the two files.
        var (below, page, json) = (Path.Combine(path, "report.html"), Path.Combine(folder, "page.html"), Path.Combine(folder, "other.json"));
        Directory.CreateDirectory(page);
        Directory.CreateDirectory(json);
        foreach (var (to, named) in new[] { (below, below), (page, page), (Path.ChangeExtension(json, ".html"), json) })
        {
            Assert.Contains($"cannot be written to '{named}'", Assert.Throws<IOException>(() => Studies.Empty.Value.Save(to)).Message, StringComparison.Ordinal);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Bad_input_is_refused_with_the_reason()
    {
        Assert.Contains("title", Assert.Throws<ArgumentException>(() => EvaluationReport.From(new ReportContents { Title = " " })).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => EvaluationReport.From(new ReportContents { Title = "x", Subgroups = [null!] }));
        Assert.Throws<ArgumentNullException>(() => EvaluationReport.From(new ReportContents { Title = "x", Comparisons = null! }));
        Assert.Contains("no metric 'Auc'", Assert.Throws<ArgumentException>(
            () => EvaluationReport.From(new ReportContents { Title = "x", Evaluation = Regression(), HeadlineMetric = "Auc" })).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => EvaluationReport.From(null!));
        var guard = new LeakageGuard();
        guard.Dispose();
        Assert.Throws<ObjectDisposedException>(() => EvaluationReport.From(new ReportContents { Title = "x", Guard = guard }));
    }

    [Fact]
    public void A_model_of_another_task_has_its_own_headline_and_no_reliability()
    {
        var document = Json(EvaluationReport.From(new ReportContents { Title = "Regression", Evaluation = Regression() }));

        Assert.Equal("RSquared", (string?)document["summary"]!["headline"]!["metric"]!["name"]);
        Assert.Null(document["calibration"]);
    }

    [Fact]
    public void Of_a_ranking_the_queries_are_what_was_drawn()
    {
        var mlContext = new MLContext(seed: 1);
        var rows = Enumerable.Range(0, 40).Select(i => new Ranked { Label = i * 7 % 5, Score = i % 3, Query = $"{i / 8}" });
        var ranking = mlContext.Ranking.EvaluateWithIntervals(mlContext.Data.LoadFromEnumerable(rows), rowGroupColumnName: "Query", options: new IntervalOptions { Resamples = 50 });

        var report = EvaluationReport.From(new ReportContents { Title = "Ranking", Evaluation = ranking });

        Assert.Equal(5, (int)Json(report)["performance"]!["groups"]!);
        Assert.Contains("5\u00A0groups of Query", report.ToHtml(), StringComparison.Ordinal);
        Assert.Contains("bootstrap resamples of whole groups of Query", report.ToHtml(), StringComparison.Ordinal);
        Assert.DoesNotContain("single rows", report.ToHtml(), StringComparison.Ordinal);
    }

    internal static RegressionEvaluation Regression()
    {
        var mlContext = new MLContext(seed: 1);
        var rows = Enumerable.Range(0, 40).Select(i => new Scored { Label = i, Score = i + (float)Math.Sin(i) });
        return mlContext.Regression.EvaluateWithIntervals(mlContext.Data.LoadFromEnumerable(rows), options: new IntervalOptions { Resamples = 50 });
    }

    private static EvaluationReport Evaluated(MLContext mlContext, LeakageGuard guard, IDataView scored) => EvaluationReport.From(new ReportContents
    {
        Title = "Voices", Guard = guard, Evaluation = mlContext.BinaryClassification.EvaluateWithIntervals(scored, options: new IntervalOptions { Resamples = 50 }),
    });

    private static void AssertShown(bool isShown, EvaluationReport report)
    {
        var summary = Summary(report);
        Assert.Equal(isShown ? "believableWithReservations" : "notShown", (string?)summary["verdict"]);
        Assert.Equal(isShown ? "measured" : "notShown", (string?)Json(report)["checklist"]!.AsArray().Single(entry => (string?)entry!["item"] == "independentTestRows")!["status"]);
        Assert.Equal(!isShown, summary["notShown"]!.AsArray().Any(part => ((string)part!["reason"]!).StartsWith("The guard did not see the model being fitted", StringComparison.Ordinal)));
        Assert.True(isShown || !summary["inFavour"]!.AsArray().Any(support => ((string)support!).StartsWith("None of the", StringComparison.Ordinal)));
    }

    private static JsonNode Json(EvaluationReport report) => JsonNode.Parse(report.ToJson())!;

    private static JsonNode Summary(EvaluationReport report) => Json(report)["summary"]!;

    private sealed class Ranked
    {
        public float Label { get; set; }

        public float Score { get; set; }

        public string Query { get; set; } = "";
    }

    private sealed class Scored
    {
        public float Label { get; set; }

        public float Score { get; set; }
    }
}
