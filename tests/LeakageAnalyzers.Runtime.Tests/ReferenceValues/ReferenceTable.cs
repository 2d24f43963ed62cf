using System.Globalization;
using System.Text.Json.Nodes;
using LeakageAnalyzers.Runtime.Evaluation;
using LeakageAnalyzers.Runtime.Statistics;
using LeakageAnalyzers.Runtime.Tests.Data;
using LeakageAnalyzers.Runtime.Tests.Statistics;

namespace LeakageAnalyzers.Runtime.Tests.ReferenceValues;

/// <summary>Every deterministic procedure beside its reference values.</summary>
internal static class ReferenceTable
{
    private const string Proportions = "R 4.2.2, scipy 1.10.1 (Newcombe 1998)";
    private const string Sklearn = "scikit-learn 1.2.1";
    private const string Proc = "R pROC 1.18.0";
    private const string Scipy = "scipy 1.10.1";
    private const string Definition = "the published definition (no other implementation)";

    private static readonly JsonObject Binary = ReferenceFile.Open("binary-metrics-and-delong");
    private static readonly bool[] Labels = Binary.Labels("y");

    public static IReadOnlyList<ReferenceRow> Rows { get; } =
    [
        Row("Wilson interval", Proportions, Cases("wilson", ProportionInterval.Wilson)),
        Row("Clopper-Pearson interval", Proportions, Cases("clopper_pearson", ProportionInterval.ClopperPearson)),
        Row("Binomial sampling range", Scipy + " binom (VC22 supplement)", ReferenceFile.Open("proportion-intervals").Rows("accuracy_interval_by_test_size").SelectMany(row =>
            Ends([.. row.Numbers("binom_quantile_offset_pct").Select(offset => row.Number("accuracy") + (offset / 100))], ProportionInterval.SamplingRange(row.Number("accuracy"), row.Count("n"))))),
        Row("Test-set size, Wald and Wilson", "R 4.2.2", ReferenceFile.Open("proportion-intervals").Rows("sample_size_for_half_width").SelectMany(row => Pairs(
            (row.Count("n_wald_ceil"), TestSetSize.ForProportion(row.Number("p"), row.Number("half_width"))),
            (row.Count("n_wilson_halfwidth_le_h"), TestSetSize.ForWilson(row.Number("p"), row.Number("half_width")))))),
        Row("Standard error of an AUC by n", "Riley et al. 2021 (Newcombe's method 4)", ReferenceFile.Open("proportion-intervals").Rows("cstat_se_newcombe_method4_riley2021").SelectMany(row =>
            Pairs((row.Number("se"), TestSetSize.AucStandardError(row.Number("C"), row.Number("prevalence"), row.Count("n")))))),
        Row("Newcombe difference of proportions", "statsmodels 0.13.5", ReferenceFile.Open("univariate-and-subgroup").Rows("subgroup_difference_of_proportions").SelectMany(row =>
            Ends(row.Numbers("newcombe_score_ci95"), ProportionDifference.Newcombe(row.Count("k1"), row.Count("n1"), row.Count("k2"), row.Count("n2")).Interval))),
        Row("AUC", Sklearn, Models((expected, scores) => Pairs((expected.Number("roc_auc"), RocAuc.Compute(Labels, scores))))),
        Row("AUC of one feature, voices and tumours", Sklearn, [.. SingleFeatures(), .. SingleFeaturesOfTumours()]),
        Row("DeLong variance and intervals", Proc, DeLongAlone()),
        Row("DeLong, paired", Proc, DeLongPaired()),
        Row("Average precision, trapezoid PR-AUC", Sklearn, Models((expected, scores) => Pairs(
            (expected.Number("average_precision"), AveragePrecision.Compute(Labels, scores)),
            (expected.Number("pr_auc_trapezoid_optimistic"), AveragePrecision.Trapezoid(Labels, scores))))),
        Row("Brier score and skill, log loss", Sklearn, Models((expected, scores) => Pairs(
            (expected.Number("brier"), BrierScore.Compute(Labels, scores)),
            (expected.Number("brier_skill"), BrierScore.Skill(Labels, scores)),
            (expected.Number("log_loss"), LogLoss.Compute(Labels, scores))))),
        Row("Confusion: accuracy ... likelihood ratios", Sklearn, Models((expected, scores) => expected.Rows("at").SelectMany(at => Confusion(at, scores)))),
        Row("Net benefit", "Vickers and Elkin 2006, numpy 1.24.2", Models((expected, scores) => expected.Rows("net_benefit").SelectMany(at => Pairs(
            (at.Number("model"), NetBenefit.At(Labels, scores, at.Number("threshold")).Model),
            (at.Number("treat_all"), NetBenefit.At(Labels, scores, at.Number("threshold")).TreatAll))))),
        Row("ECE and MCE, 10 bins of equal width", "numpy 1.24.2 (Naeini 2015, Guo 2017)", Models((expected, scores) => Pairs(
            (expected.Number("ece10_equal_width"), ReliabilityCurve.Of(Labels, scores, CalibrationBinning.EqualWidth(10)).ExpectedCalibrationError),
            (expected.Number("mce10_equal_width"), ReliabilityCurve.Of(Labels, scores, CalibrationBinning.EqualWidth(10)).MaximumCalibrationError)))),
        Row("ECE, 5 bins of equal width", "numpy 1.24.2", Models((expected, scores) => Pairs(
            (expected.Number("ece5_equal_width"), ReliabilityCurve.Of(Labels, scores, CalibrationBinning.EqualWidth(5)).ExpectedCalibrationError)))),
        Row("ECE, 7 bins of equal mass", "numpy 1.24.2", Models((expected, scores) => Pairs(
            (expected.Number("ece7_equal_mass"), ReliabilityCurve.Of(Labels, scores, CalibrationBinning.EqualMass(7)).ExpectedCalibrationError)))),
        Row("Calibration slope, intercept, in the large", "R glm, rms 6.5.0 val.prob", Models(Calibration)),
        Row("The same, Brier and C by val.prob", "R rms 6.5.0", OfValProb()),
        Row("Hosmer-Lemeshow", "R 4.2.2", Models((expected, scores) => expected.Rows("hosmer_lemeshow").SelectMany(row => Pairs(
            (row.Number("chi2"), HosmerLemeshowTest.Run(Labels, scores, row.Count("groups")).ChiSquared),
            (row.Number("p_external"), HosmerLemeshowTest.Run(Labels, scores, row.Count("groups")).PValue))))),
        .. PairedRows(),
        .. BootstrapRows(),
        .. ReuseAndShiftRows(),
    ];

    private static IEnumerable<ReferenceRow> PairedRows()
    {
        var paired = ReferenceFile.Open("paired-tests");
        var differences = paired.Numbers("differences");
        yield return Row("McNemar, four forms", "R 4.2.2, statsmodels 0.13.5", paired.Rows("mcnemar").SelectMany(row =>
        {
            var test = new McNemarTest(row.Table("table")[0][1], row.Table("table")[1][0]);
            return Pairs((row.Number("exact_p"), test.ExactPValue), (row.Number("chi2"), test.ChiSquared), (row.Number("p"), test.AsymptoticPValue),
                (row.Number("chi2_cc"), test.CorrectedChiSquared), (row.Number("p_cc"), test.CorrectedPValue), (row.Number("mid_p"), test.MidPValue));
        }));
        var moons = paired["nadeau_bengio_sklearn_moons"]!;
        var corrected = CorrectedResampledTTest.Run(moons.Numbers("differences"), moons.Count("n_test"), moons.Count("n_train"));
        yield return Row("Nadeau-Bengio corrected t", "scikit-learn gallery, 100 differences", Pairs(
            (moons.Number("t"), corrected.T), (moons.Number("p_two_sided"), corrected.PValue), (moons.Number("p_greater"), corrected.PValueGreater)));
        yield return Row("Superiority by a margin (paired t)", Scipy, paired.Rows("superiority").SelectMany(row => Pairs(
            (row.Number("t"), PairedTTest.Run(differences, row.Number("margin")).T),
            (row.Number("p"), PairedTTest.Run(differences, row.Number("margin")).PValueGreater),
            (row.Number("lower95_one_sided"), PairedTTest.Run(differences, row.Number("margin")).LowerBound()))));
        var flips = paired["sign_flip_permutation_exact"]!;
        yield return Row("Sign-flip permutation, exact", Scipy, Pairs(
            (flips.Number("p_greater"), SignFlipTest.Exact(differences).PValueGreater), (flips.Number("p_two_sided_abs"), SignFlipTest.Exact(differences).PValue)));
        var wilcoxon = paired["wilcoxon_signed_rank"]!;
        yield return Row("Wilcoxon signed rank, exact", Scipy, Pairs(
            (wilcoxon.Number("stat"), WilcoxonSignedRankTest.Run(differences).Statistic), (wilcoxon.Number("p"), WilcoxonSignedRankTest.Run(differences).PValue)));
        var runs = paired["prob_outperform"]!;
        yield return Row("P(A > B) over all pairs (AUC)", Scipy + " mannwhitneyu", Pairs((runs.Number("p_all_pairs"), OverAllPairs(runs.Numbers("a"), runs.Numbers("b")))));
        yield return Row("P(A > B), paired", "numpy 1.24.2 (Bouthillier 2021)", Pairs((runs.Number("p_paired"), Outperformance.Of(runs.Numbers("a"), runs.Numbers("b")).Probability)));
        yield return Row("Pairs needed (Noether)", "Bouthillier et al. 2021", paired.Rows("noether_sample_size").SelectMany(row => Pairs(
            (row.Count("n_ceil"), Outperformance.PairsNeeded(row.Number("gamma"), row.Number("alpha"), row.Number("beta"))))));
        var holm = ReferenceFile.Open("shift-tests")["holm"]!;
        yield return Row("Holm, Benjamini-Hochberg", "statsmodels 0.13.5", [
            .. holm.Numbers("adjusted").Zip(MultipleTesting.Holm(holm.Numbers("p"))), .. holm.Numbers("bh").Zip(MultipleTesting.BenjaminiHochberg(holm.Numbers("p")))]);
    }

    private static IEnumerable<ReferenceRow> BootstrapRows()
    {
        var reference = ReferenceFile.Open("bootstrap");
        var data = reference.Numbers("data");
        var rows = Resampling.OfRows(data.Length);
        double Mean(ReadOnlySpan<int> weights) => WeightedMean.Of(data, weights);
        var distribution = Bootstrap.Run(rows, Mean, 2000, new LehmerRandom());
        var leaveOneOut = Jackknife.Run(rows, Mean);
        var scipy = reference["scipy_intervals"]!;
        yield return Row("Bootstrap: percentile, basic, BCa", Scipy + " bootstrap, same resamples", [
            .. Ends(scipy.Numbers("percentile"), distribution.Percentile()), .. Ends(scipy.Numbers("basic"), distribution.Basic()), .. Ends(scipy.Numbers("BCa"), distribution.Bca(leaveOneOut)),
            (reference.Number("standard_error_ddof1"), distribution.StandardError)]);
        yield return Row("Jackknife, acceleration", Scipy, [
            .. reference.Numbers("jackknife").Zip(leaveOneOut), (reference["bca"]!.Number("acceleration"), Jackknife.Acceleration(leaveOneOut))]);
        var cluster = reference["cluster"]!;
        var (correct, patients) = (cluster.Numbers("correct"), cluster.Numbers("patient"));
        var byPatient = Bootstrap.Run(Resampling.OfGroups<double>(patients), weights => WeightedMean.Of(correct, weights), 2000, new LehmerRandom());
        yield return Row("Cluster bootstrap", "numpy 1.24.2, same resamples", [
            .. Ends(cluster.Numbers("patient_bootstrap_percentile"), byPatient.Percentile()), (cluster.Number("patient_bootstrap_se"), byPatient.StandardError)]);
        var mean = ClusteredMean.Of<double>(correct, patients);
        yield return Row("Cluster-robust mean, ICC, design effect", "statsmodels 0.13.5", Pairs(
            (cluster.Number("cluster_robust_se_G_over_Gminus1"), mean.StandardError), (cluster.Number("design_effect"), mean.DesignEffect),
            (cluster.Number("effective_n"), mean.EffectiveRows), (cluster.Number("icc_anova"), mean.IntraclassCorrelation!.Value)));
    }

    private static IEnumerable<ReferenceRow> ReuseAndShiftRows()
    {
        yield return Row("Best of K guesses: mean, 95 %, union bound", Scipy, ReferenceFile.Open("observer-overfitting").Rows("best_of_K_independent_chance_models").SelectMany(row => Pairs(
            (row.Number("expected_best_accuracy"), BestOfChance.ExpectedAccuracy(row.Count("n"), row.Count("K"))),
            (row.Number("p95_best"), BestOfChance.AccuracyQuantile(row.Count("n"), row.Count("K"))),
            (row.Number("hoeffding_union_bound_95"), BestOfChance.UniformHalfWidth(row.Count("n"), row.Count("K"))))));
        var trace = ReferenceFile.Open("ledger-and-duplicates")["thresholdout_zero_noise"]!;
        var holdout = new Thresholdout(trace.Number("threshold"), noise: 0, trace.Count("budget"), new Random(1));
        yield return Row("Thresholdout, trace without noise", Definition, trace.Numbers("train").Zip(trace.Numbers("holdout"), holdout.Answer)
            .Zip(trace["answers"]!.AsArray(), (actual, expected) => (expected?.GetValue<double>() ?? -1, actual ?? -1)));
        var shift = ReferenceFile.Open("shift-tests");
        var (x, y) = (shift.Numbers("x"), shift.Numbers("y"));
        yield return Row("Kolmogorov-Smirnov, exact", Scipy + ", R 4.2.2", Pairs(
            (shift["ks"]!.Number("D"), KolmogorovSmirnovTest.Run(x, y).Statistic), (shift["ks"]!.Number("p_exact"), KolmogorovSmirnovTest.Run(x, y).PValue)));
        yield return Row("Mann-Whitney U (AUC of two samples)", Scipy, Pairs((shift["mannwhitney"]!.Number("U"), OverAllPairs(x, y) * x.Length * y.Length)));
        var mmd = MaximumMeanDiscrepancy.Of([.. x.Select(value => new[] { value })], [.. y.Select(value => new[] { value })]);
        yield return Row("Maximum mean discrepancy", "numpy 1.24.2 (Gretton 2012)", Pairs((shift["mmd2"]!.Number("unbiased"), mmd.Unbiased), (shift["mmd2"]!.Number("biased"), mmd.Biased)));
        yield return Row("Population stability index", "numpy 1.24.2", Pairs(
            (shift["psi"]!.Number("value"), PopulationStabilityIndex.OfShares(shift["psi"]!.Numbers("expected"), shift["psi"]!.Numbers("actual")))));
        yield return Row("Chi-squared, Cramer's V", Scipy, Pairs(
            (shift["chi2_2x2"]!.Number("chi2"), ChiSquaredTest.Of([30, 20], [15, 35]).Statistic), (shift["chi2_2x2"]!.Number("p"), ChiSquaredTest.Of([30, 20], [15, 35]).PValue),
            (shift["chi2_2x2"]!.Number("cramers_v"), ChiSquaredTest.Of([30, 20], [15, 35]).CramersV)));
        yield return Row("Classifier two-sample test", Scipy, shift.Rows("classifier_two_sample_test").SelectMany(row => Pairs(
            (row.Number("p_normal"), new ClassifierTwoSampleTest(row.Count("correct"), row.Count("n_test")).NormalPValue),
            (row.Number("p_exact"), new ClassifierTwoSampleTest(row.Count("correct"), row.Count("n_test")).PValue))));
    }

    private static ReferenceRow Row(string procedure, string source, IEnumerable<(double, double)> pairs) => new(procedure, source, [.. pairs]);

    private static (double, double)[] Pairs(params (double Expected, double Actual)[] pairs) => pairs;

    private static (double, double)[] Ends(double[] expected, ConfidenceInterval actual) => [(expected[0], actual.Lower), (expected[1], actual.Upper)];

    private static IEnumerable<(double, double)> Cases(string name, Func<long, long, double, ConfidenceInterval> interval) =>
        ReferenceFile.Open("proportion-intervals").Rows("cases").SelectMany(row => Ends(row.Numbers(name), interval(row.Count("k"), row.Count("n"), 0.95)));

    private static IEnumerable<(double, double)> Models(Func<JsonNode, double[], IEnumerable<(double, double)>> pairs) =>
        new[] { "a", "b" }.SelectMany(model => pairs(Binary[$"model_{model}"]!, Binary.Numbers($"score_{model}")));

    private static IEnumerable<(double, double)> SingleFeatures()
    {
        bool[] labels = [.. VoiceRecording.All.Select(recording => recording.Label)];
        return ReferenceFile.Open("univariate-and-subgroup")["parkinsons_status"]!.AsObject().Select((feature, slot) => (
            feature.Value!.GetValue<double>(), SingleFeatureAuc.Of(labels, [.. VoiceRecording.All.Select(recording => (double)recording.Features[slot])])));
    }

    private static IEnumerable<(double, double)> SingleFeaturesOfTumours()
    {
        var tumours = DataFile.Rows("wdbc.csv").ToList();
        bool[] labels = [.. tumours.Select(tumour => tumour["diagnosis"] == "M")];
        return ReferenceFile.Open("univariate-and-subgroup")["breast_cancer_wisconsin_diagnostic"]!.AsObject().Select(feature => (
            feature.Value!.GetValue<double>(), SingleFeatureAuc.Of(labels, [.. tumours.Select(tumour => double.Parse(tumour[feature.Key], CultureInfo.InvariantCulture))])));
    }

    private static (double, double)[] OfValProb()
    {
        var (expected, scores) = (Binary["rms_val_prob_a"]!, Binary.Numbers("score_a"));
        var fit = CalibrationModel.Fit(Labels, scores);
        return Pairs(
            (expected.Number("C"), RocAuc.Compute(Labels, scores)), (expected.Number("Dxy"), (2 * RocAuc.Compute(Labels, scores)) - 1), (expected.Number("Brier"), BrierScore.Compute(Labels, scores)),
            (expected.Number("Slope"), fit.Slope!.Value), (expected.Number("Intercept"), fit.Intercept!.Value));
    }

    private static double OverAllPairs(double[] greater, double[] others) =>
        RocAuc.Compute([.. greater.Select(_ => true), .. others.Select(_ => false)], [.. greater, .. others]);

    private static IEnumerable<(double, double)> DeLongAlone()
    {
        var expected = Binary["delong"]!;
        var (a, b) = (DeLong.Estimate(Labels, Binary.Numbers("score_a")), DeLong.Estimate(Labels, Binary.Numbers("score_b")));
        return
        [
            .. expected.Numbers("var").Zip([a.Variance, b.Variance]), .. Ends(expected.Numbers("ci95_a_wald"), a.Wald()), .. Ends(expected.Numbers("ci95_b_wald"), b.Wald()),
            .. Ends(expected.Numbers("ci95_a_logit"), a.Logit()),
        ];
    }

    private static IEnumerable<(double, double)> DeLongPaired()
    {
        var expected = Binary["delong"]!;
        var comparison = DeLong.Compare(Labels, Binary.Numbers("score_a"), Binary.Numbers("score_b"));
        return
        [
            (expected.Number("cov"), comparison.Covariance), (expected.Number("z"), comparison.Z), (expected.Number("p_two_sided"), comparison.PValue),
            .. Ends(expected.Numbers("ci95_diff"), comparison.Interval()),
        ];
    }

    private static (double, double)[] Confusion(JsonNode at, double[] scores)
    {
        var counts = BinaryConfusion.At(Labels, scores, at.Number("threshold"));
        return Pairs(
            (at.Number("accuracy"), counts.Accuracy!.Value), (at.Number("balanced_accuracy"), counts.BalancedAccuracy!.Value), (at.Number("sensitivity"), counts.Sensitivity!.Value),
            (at.Number("specificity"), counts.Specificity!.Value), (at.Number("ppv"), counts.PositivePredictiveValue!.Value), (at.Number("npv"), counts.NegativePredictiveValue!.Value),
            (at.Number("f1"), counts.F1!.Value), (at.Number("mcc"), counts.MatthewsCorrelation), (at.Number("kappa"), counts.CohenKappa!.Value),
            (at.Number("lr_plus"), counts.PositiveLikelihoodRatio!.Value), (at.Number("lr_minus"), counts.NegativeLikelihoodRatio!.Value));
    }

    private static (double, double)[] Calibration(JsonNode model, double[] scores)
    {
        var (expected, fit) = (model["calibration"]!, CalibrationModel.Fit(Labels, scores));
        return Pairs(
            (expected.Number("slope"), fit.Slope!.Value), (expected.Number("intercept"), fit.Intercept!.Value), (expected.Number("calibration_in_the_large"), fit.InTheLarge),
            (expected.Number("se_slope"), fit.SlopeStandardError!.Value), (expected.Number("OE_ratio"), fit.ObservedToExpected));
    }
}
