using System.Runtime.CompilerServices;
using static System.FormattableString;

namespace LeakageAnalyzers.Runtime.Statistics;

/// <summary>Refuses input for which a statistic has no value, naming what is wrong and where.</summary>
internal static class Check
{
    public static double Level(double level, [CallerArgumentExpression(nameof(level))] string? name = null) =>
        InsideUnitInterval(level, name);

    public static double InsideUnitInterval(double value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        value > 0 && value < 1
            ? value
            : throw new ArgumentOutOfRangeException(name, value, "The value must lie strictly between 0 and 1.");

    public static double Fraction(double value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        value >= 0 && value <= 1
            ? value
            : throw new ArgumentOutOfRangeException(name, value, "The value must lie between 0 and 1.");

    public static double Positive(double value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        value > 0 && !double.IsPositiveInfinity(value)
            ? value
            : throw new ArgumentOutOfRangeException(name, value, "The value must be positive and finite.");

    public static double NonNegative(double value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        value >= 0 && !double.IsPositiveInfinity(value)
            ? value
            : throw new ArgumentOutOfRangeException(name, value, "The value must be finite and not negative.");

    public static double Finite(double value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        !double.IsNaN(value) && !double.IsInfinity(value)
            ? value
            : throw new ArgumentOutOfRangeException(name, value, "The value must be finite.");

    public static long AtLeast(long minimum, long value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        value >= minimum
            ? value
            : throw new ArgumentOutOfRangeException(name, value, Invariant($"The value must be at least {minimum}."));

    public static T NotNull<T>(T? value, [CallerArgumentExpression(nameof(value))] string? name = null)
        where T : class => value ?? throw new ArgumentNullException(name);

    public static void CountAtLeast<T>(
        int minimum, ReadOnlySpan<T> values, [CallerArgumentExpression(nameof(values))] string? name = null)
    {
        if (values.Length < minimum)
        {
            throw new ArgumentException(Invariant($"At least {minimum} values are needed; there are {values.Length}."), name);
        }
    }

    public static void SameLength<TFirst, TSecond>(
        ReadOnlySpan<TFirst> first,
        ReadOnlySpan<TSecond> second,
        [CallerArgumentExpression(nameof(first))] string? firstName = null,
        [CallerArgumentExpression(nameof(second))] string? secondName = null)
    {
        if (first.Length != second.Length)
        {
            throw new ArgumentException(
                Invariant($"Rows do not match: {firstName} has {first.Length} values, {secondName} has {second.Length}."),
                secondName);
        }
    }

    public static void Finite(ReadOnlySpan<double> values, [CallerArgumentExpression(nameof(values))] string? name = null)
    {
        for (var row = 0; row < values.Length; row++)
        {
            if (double.IsNaN(values[row]) || double.IsInfinity(values[row]))
            {
                throw new ArgumentException(Invariant($"Value {row} is {values[row]}; every value must be finite."), name);
            }
        }
    }

    /// <summary>Scores may be infinite, since only their order counts, but not NaN, which has no place in an order.</summary>
    public static void Scores(ReadOnlySpan<double> scores, [CallerArgumentExpression(nameof(scores))] string? name = null)
    {
        for (var row = 0; row < scores.Length; row++)
        {
            if (double.IsNaN(scores[row]))
            {
                throw new ArgumentException(Invariant($"Score {row} is NaN; a row without a score cannot be ranked."), name);
            }
        }
    }

    public static void Probabilities(
        ReadOnlySpan<double> probabilities, [CallerArgumentExpression(nameof(probabilities))] string? name = null)
    {
        for (var row = 0; row < probabilities.Length; row++)
        {
            if (!(probabilities[row] >= 0 && probabilities[row] <= 1))
            {
                throw new ArgumentException(
                    Invariant($"Value {row} is {probabilities[row]}; a probability lies between 0 and 1."), name);
            }
        }
    }

    /// <summary>Counts the positive rows after making sure that there are rows of both classes.</summary>
    public static int BothClasses(ReadOnlySpan<bool> labels, [CallerArgumentExpression(nameof(labels))] string? name = null)
    {
        CountAtLeast(1, labels, name);
        var positives = CountPositives(labels);
        if (positives == 0 || positives == labels.Length)
        {
            throw new ArgumentException(
                Invariant($"{(labels.Length == 1 ? "The only label is" : $"All {labels.Length} labels are")} {(positives > 0 ? "positive" : "negative")}; rows of both classes are needed."),
                name);
        }

        return positives;
    }

    public static int CountPositives(ReadOnlySpan<bool> labels)
    {
        var positives = 0;
        foreach (var label in labels)
        {
            positives += label ? 1 : 0;
        }

        return positives;
    }
}
