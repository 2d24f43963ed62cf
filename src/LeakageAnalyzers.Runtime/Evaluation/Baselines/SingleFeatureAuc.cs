using LeakageAnalyzers.Runtime.Statistics;

namespace LeakageAnalyzers.Runtime.Evaluation;

/// <summary>How well one feature alone tells two classes apart: the greater of its AUC and 1 − AUC; 0.5 where rows are of one class.</summary>
internal static class SingleFeatureAuc
{
    public static double Of(ReadOnlySpan<bool> labels, ReadOnlySpan<double> values)
    {
        var positives = Check.CountPositives(labels);
        if (positives == 0 || positives == labels.Length)
        {
            return 0.5;
        }

        var auc = RocAuc.Compute(labels, values);
        return Math.Max(auc, 1 - auc);
    }
}
