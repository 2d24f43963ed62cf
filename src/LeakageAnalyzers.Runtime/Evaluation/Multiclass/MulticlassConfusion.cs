namespace LeakageAnalyzers.Runtime.Evaluation;

/// <summary>How often each class was predicted as each, on a resample.</summary>
internal sealed class MulticlassConfusion
{
    private readonly double[] ofClass;
    private readonly double[] predicted;
    private readonly double[] right;
    private readonly double all;

    private MulticlassConfusion(ScoredMulticlassRows rows, ReadOnlySpan<int> weights)
    {
        // Classes that the model does not know have no score and no column, but they are rows of their own.
        var classes = Math.Max(rows.ClassCount, rows.Classes.Max() + 1);
        (ofClass, predicted, right) = (new double[classes], new double[classes], new double[classes]);
        for (var row = 0; row < weights.Length; row++)
        {
            all += weights[row];
            ofClass[rows.Classes[row]] += weights[row];
            predicted[rows.Predictions[row]] += weights[row];
            right[rows.Classes[row]] += rows.Right[row] ? weights[row] : 0;
        }
    }

    /// <summary>The mean over classes that occur of the share predicted right.</summary>
    public double MacroAccuracy
    {
        get
        {
            double sum = 0, occurring = 0;
            for (var label = 0; label < ofClass.Length; label++)
            {
                if (ofClass[label] > 0)
                {
                    sum += right[label] / ofClass[label];
                    occurring++;
                }
            }

            return sum / occurring;
        }
    }

    /// <summary>Gorodkin's R_K (2004); 0 where prediction or truth is constant, by scikit-learn's convention.</summary>
    public double MatthewsCorrelation
    {
        get
        {
            double correct = right.Sum(), together = 0, predictedSquares = 0, trueSquares = 0;
            for (var label = 0; label < ofClass.Length; label++)
            {
                together += predicted[label] * ofClass[label];
                predictedSquares += predicted[label] * predicted[label];
                trueSquares += ofClass[label] * ofClass[label];
            }

            var spread = ((all * all) - predictedSquares) * ((all * all) - trueSquares);
            return spread == 0 ? 0 : ((correct * all) - together) / Math.Sqrt(spread);
        }
    }

    /// <summary>The entropy of the true classes in natural units.</summary>
    public double Entropy => ofClass.Where(count => count > 0).Sum(count => -count / all * Math.Log(count / all));

    public static MulticlassConfusion Of(ScoredMulticlassRows rows, ReadOnlySpan<int> weights) => new(rows, weights);
}
