using MathNet.Numerics.LinearAlgebra;

namespace LeakageAnalyzers.Runtime.Evaluation;

/// <summary>
/// Linear regression on standardised features with a penalty of 1, as scikit-learn's <c>Ridge</c> has it: of next to no weight where rows are many, and with a
/// solution where features outnumber them or are copies of each other. Of ML.NET's trainers, SDCA diverges on some data, and least squares needs Intel's library.
/// </summary>
internal sealed class RidgeRegression
{
    private const double Penalty = 1;

    private readonly double[] means;
    private readonly double[] weights;
    private readonly double intercept;

    private RidgeRegression(double[] means, double[] weights, double intercept) => (this.means, this.weights, this.intercept) = (means, weights, intercept);

    /// <summary>Fits columns of features, whose missing values are NaN, to labels.</summary>
    public static RidgeRegression Fit(IReadOnlyList<double[]> features, double[] labels)
    {
        double[] means = [.. features.Select(feature => feature.Where(value => !double.IsNaN(value)).DefaultIfEmpty(0).Average())];
        var deviations = features.Select((feature, i) => Deviation(feature, means[i])).ToArray();
        var intercept = labels.Average();
        var x = Matrix<double>.Build.Dense(labels.Length, features.Count, (row, i) => Centred(features[i][row], means[i]) / deviations[i]);
        var y = Vector<double>.Build.Dense(labels.Length, row => labels[row] - intercept);

        // Both forms have the same solution; the smaller system is solved.
        var solution = features.Count <= labels.Length
            ? Penalised(x.TransposeThisAndMultiply(x)).Cholesky().Solve(x.TransposeThisAndMultiply(y))
            : x.TransposeThisAndMultiply(Penalised(x.TransposeAndMultiply(x)).Cholesky().Solve(y));
        return new RidgeRegression(means, [.. solution.Select((weight, i) => weight / deviations[i])], intercept);
    }

    /// <summary>The prediction for the features of one row.</summary>
    public double Predict(Func<int, double> feature)
    {
        var sum = intercept;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += weights[i] * Centred(feature(i), means[i]);
        }

        return sum;
    }

    private static Matrix<double> Penalised(Matrix<double> products) => products + (Penalty * Matrix<double>.Build.DenseIdentity(products.RowCount));

    private static double Centred(double value, double mean) => double.IsNaN(value) ? 0 : value - mean;

    // A constant feature has nothing to divide by, and no weight in the solution either.
    private static double Deviation(double[] values, double mean)
    {
        var deviation = Math.Sqrt(values.Average(value => Centred(value, mean) * Centred(value, mean)));
        return deviation > 0 ? deviation : 1;
    }
}
