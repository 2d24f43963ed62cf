namespace LeakageAnalyzers.Runtime.Statistics;

/// <summary>
/// Maximum likelihood of logit P(y) = a + b x + offset for one predictor, by Newton's method with step halving. MathNet.Numerics has no
/// logistic regression, and a general optimiser stops short of the eight digits that the reference values have.
/// </summary>
internal sealed record LogisticFit(double Intercept, double Slope, double InterceptStandardError, double SlopeStandardError)
{
    private const int MostSteps = 100;

    // What a step of Newton's method leaves is of the order of its square.
    private const double Converged = 1e-7;

    /// <summary>
    /// Fits intercept and slope; null where no finite maximum exists: all rows of one class, one value of the predictor, or a threshold
    /// on it that separates the classes.
    /// </summary>
    public static LogisticFit? OfSlope(ReadOnlySpan<bool> labels, ReadOnlySpan<double> predictor, ReadOnlySpan<int> weights) =>
        Overlap(labels, predictor, weights) ? Maximise(labels, predictor, weights, fitsSlope: true) : null;

    /// <summary>Fits the intercept with the predictor as offset (slope 1); null if all rows are of one class.</summary>
    public static LogisticFit? OfIntercept(ReadOnlySpan<bool> labels, ReadOnlySpan<double> offset, ReadOnlySpan<int> weights)
    {
        var (positive, negative) = RangesOf(labels, offset, weights);
        return positive.IsEmpty || negative.IsEmpty ? null : Maximise(labels, offset, weights, fitsSlope: false);
    }

    /// <summary>Whether the classes overlap in the predictor by more than a single value (Albert and Anderson 1984).</summary>
    public static bool Overlap(ReadOnlySpan<bool> labels, ReadOnlySpan<double> predictor, ReadOnlySpan<int> weights)
    {
        var (positive, negative) = RangesOf(labels, predictor, weights);
        return positive.Low < negative.High && negative.Low < positive.High;
    }

    private static (Range Positive, Range Negative) RangesOf(
        ReadOnlySpan<bool> labels, ReadOnlySpan<double> predictor, ReadOnlySpan<int> weights)
    {
        var (positive, negative) = (Range.Empty, Range.Empty);
        for (var row = 0; row < labels.Length; row++)
        {
            if (weights[row] > 0)
            {
                (positive, negative) = labels[row]
                    ? (positive.With(predictor[row]), negative)
                    : (positive, negative.With(predictor[row]));
            }
        }

        return (positive, negative);
    }

    private static LogisticFit? Maximise(
        ReadOnlySpan<bool> labels, ReadOnlySpan<double> predictor, ReadOnlySpan<int> weights, bool fitsSlope)
    {
        double intercept = 0, slope = 1;
        var here = Likelihood.At(intercept, slope, labels, predictor, weights);
        for (var step = 0; step < MostSteps; step++)
        {
            var (interceptStep, slopeStep) = here.NewtonStep(fitsSlope);
            var next = Likelihood.At(intercept + interceptStep, slope + slopeStep, labels, predictor, weights);
            for (var halving = 0; next.Log < here.Log - (1e-10 * Math.Abs(here.Log)) && halving < MostSteps; halving++)
            {
                (interceptStep, slopeStep) = (interceptStep / 2, slopeStep / 2);
                next = Likelihood.At(intercept + interceptStep, slope + slopeStep, labels, predictor, weights);
            }

            (intercept, slope, here) = (intercept + interceptStep, slope + slopeStep, next);
            if (Math.Abs(interceptStep) + Math.Abs(slopeStep) < Converged * (1 + Math.Abs(intercept) + Math.Abs(slope)))
            {
                break;
            }
        }

        var (interceptError, slopeError) = here.StandardErrors(fitsSlope);
        var isFinite = interceptError > 0 && interceptError < double.PositiveInfinity && slopeError >= 0 && slopeError < double.PositiveInfinity;
        return isFinite ? new LogisticFit(intercept, slope, interceptError, slopeError) : null;
    }

    private readonly record struct Range(double Low, double High)
    {
        public static Range Empty => new(double.PositiveInfinity, double.NegativeInfinity);

        public bool IsEmpty => Low > High;

        public Range With(double value) => new(Math.Min(Low, value), Math.Max(High, value));
    }

    /// <summary>The log-likelihood with its gradient (u) and information (i) at one point.</summary>
    private readonly record struct Likelihood(double Log, double U0, double U1, double I00, double I01, double I11)
    {
        private const double LargestProduct = 1e300;

        private double Determinant => (I00 * I11) - (I01 * I01);

        public static Likelihood At(
            double intercept, double slope, ReadOnlySpan<bool> labels, ReadOnlySpan<double> predictor, ReadOnlySpan<int> weights)
        {
            double log = 0, factors = 1, u0 = 0, u1 = 0, i00 = 0, i01 = 0, i11 = 0;
            for (var row = 0; row < labels.Length; row++)
            {
                if (weights[row] == 0)
                {
                    continue;
                }

                var x = predictor[row];
                var logit = intercept + (slope * x);
                var odds = Math.Exp(-Math.Abs(logit));
                var p = logit >= 0 ? 1 / (1 + odds) : odds / (1 + odds);
                var y = labels[row] ? 1 : 0;
                double w = weights[row];
                log -= w * Math.Max(0, labels[row] ? -logit : logit);
                for (var occurrence = 0; occurrence < weights[row]; occurrence++)
                {
                    // One logarithm for many rows: half of the time went into them.
                    factors *= 1 + odds;
                    if (factors > LargestProduct)
                    {
                        (log, factors) = (log - Math.Log(factors), 1);
                    }
                }

                var residual = w * (y - p);
                var information = w * odds / ((1 + odds) * (1 + odds));
                (u0, u1) = (u0 + residual, u1 + (residual * x));
                (i00, i01, i11) = (i00 + information, i01 + (information * x), i11 + (information * x * x));
            }

            return new Likelihood(log - Math.Log(factors), u0, u1, i00, i01, i11);
        }

        public (double Intercept, double Slope) NewtonStep(bool fitsSlope) => fitsSlope
            ? (((I11 * U0) - (I01 * U1)) / Determinant, ((I00 * U1) - (I01 * U0)) / Determinant)
            : (U0 / I00, 0);

        public (double Intercept, double Slope) StandardErrors(bool fitsSlope) => fitsSlope
            ? (Math.Sqrt(I11 / Determinant), Math.Sqrt(I00 / Determinant))
            : (1 / Math.Sqrt(I00), 0);
    }
}
