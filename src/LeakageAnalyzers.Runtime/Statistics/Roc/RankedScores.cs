namespace LeakageAnalyzers.Runtime.Statistics;

/// <summary>
/// Labelled rows in the order of their scores: sorted once, after which every resample costs one pass over its row weights.
/// </summary>
/// <remarks>
/// A resample is given as the number of times each row occurs in it, in the order of the original rows. Where it holds rows of one
/// class only, a curve has no value: the methods then return NaN, which the bootstrap takes as the signal to draw again.
/// </remarks>
internal sealed class RankedScores
{
    private readonly double[] scores;
    private readonly int[] rows;
    private readonly int[] isPositive;
    private readonly int[] tieEnds;

    public RankedScores(ReadOnlySpan<bool> labels, ReadOnlySpan<double> scores)
    {
        Check.SameLength(labels, scores);
        Check.Scores(scores);
        PositiveCount = Check.BothClasses(labels);
        this.scores = scores.ToArray();
        rows = [.. Enumerable.Range(0, scores.Length)];
        Array.Sort(this.scores, rows);
        tieEnds = OrderTies(this.scores, rows);
        isPositive = new int[rows.Length];
        for (var rank = 0; rank < rows.Length; rank++)
        {
            isPositive[rank] = labels[rows[rank]] ? 1 : 0;
        }
    }

    public int Count => rows.Length;

    public int PositiveCount { get; }

    public int NegativeCount => Count - PositiveCount;

    /// <summary>The weights of the data themselves: every row once.</summary>
    public int[] UnitWeights()
    {
        var weights = new int[Count];
        weights.AsSpan().Fill(1);
        return weights;
    }

    /// <summary>The share of pairs of a positive and a negative row that the scores order rightly, ties counting one half.</summary>
    public double RocAuc(ReadOnlySpan<int> weights)
    {
        double concordant = 0, negativesBelow = 0, positivesBelow = 0;
        var rank = 0;
        foreach (var end in tieEnds)
        {
            var (positives, negatives) = WeighTie(weights, ref rank, end);
            concordant += positives * (negativesBelow + (negatives / 2));
            positivesBelow += positives;
            negativesBelow += negatives;
        }

        return concordant / (positivesBelow * negativesBelow);
    }

    /// <summary>
    /// Twice the number of rows of the other class that each row is ordered rightly against, ties counting one half, in the order
    /// of the original rows.
    /// </summary>
    public long[] DoubledPlacements()
    {
        var placements = new long[Count];
        long negativesBelow = 0, positivesAbove = PositiveCount;
        var start = 0;
        foreach (var end in tieEnds)
        {
            long positives = 0;
            for (var rank = start; rank < end; rank++)
            {
                positives += isPositive[rank];
            }

            var negatives = end - start - positives;
            positivesAbove -= positives;
            for (var rank = start; rank < end; rank++)
            {
                placements[rows[rank]] = isPositive[rank] == 1
                    ? (2 * negativesBelow) + negatives
                    : (2 * positivesAbove) + positives;
            }

            negativesBelow += negatives;
            start = end;
        }

        return placements;
    }

    /// <summary>The area under the precision–recall curve in steps, from the highest score down.</summary>
    public double AveragePrecision(ReadOnlySpan<int> weights)
    {
        double area = 0, positivesAbove = 0, rowsAbove = 0;
        for (var tie = tieEnds.Length - 1; tie >= 0; tie--)
        {
            var rank = TieStart(tie);
            var (positives, negatives) = WeighTie(weights, ref rank, tieEnds[tie]);
            positivesAbove += positives;
            rowsAbove += positives + negatives;
            area += positives == 0 ? 0 : positives * positivesAbove / rowsAbove;
        }

        return area / positivesAbove;
    }

    /// <summary>
    /// The area under the precision–recall curve by trapezoids between the points at falling thresholds, starting from precision 1 at
    /// recall 0.
    /// </summary>
    public double TrapezoidPrecisionRecallArea(ReadOnlySpan<int> weights)
    {
        double area = 0, positivesAbove = 0, rowsAbove = 0, lastPrecision = 1;
        for (var tie = tieEnds.Length - 1; tie >= 0; tie--)
        {
            var rank = TieStart(tie);
            var (positives, negatives) = WeighTie(weights, ref rank, tieEnds[tie]);
            if (positives + negatives > 0)
            {
                positivesAbove += positives;
                rowsAbove += positives + negatives;
                var precision = positivesAbove / rowsAbove;
                area += positives * (precision + lastPrecision) / 2;
                lastPrecision = precision;
            }
        }

        return area / positivesAbove;
    }

    /// <summary>
    /// The area under the precision–recall curve by ML.NET's lower trapezoid (Boyd, Eng and Page, ECML 2013): one trapezoid a positive row, from the precision after the
    /// negative rows before it. Among rows of equal score, where ML.NET goes by their order, positive and negative ones come evenly mixed.
    /// </summary>
    public double LowerTrapezoidPrecisionRecallArea(ReadOnlySpan<int> weights)
    {
        double area = 0, positivesAbove = 0, rowsAbove = 0;
        for (var tie = tieEnds.Length - 1; tie >= 0; tie--)
        {
            var rank = TieStart(tie);
            var (positives, negatives) = WeighTie(weights, ref rank, tieEnds[tie]);
            var rowsPerPositive = 1 + (negatives / positives);
            var precision = rowsAbove == 0 ? 1 / rowsPerPositive : positivesAbove / rowsAbove;
            for (var passed = 0; passed < positives; passed++)
            {
                var next = (positivesAbove + passed + 1) / (rowsAbove + ((passed + 1) * rowsPerPositive));
                area += (precision + next) / 2;
                precision = next;
            }

            positivesAbove += positives;
            rowsAbove += positives + negatives;
        }

        return area / positivesAbove;
    }

    /// <summary>
    /// The point of highest sensitivity whose specificity is at least the wanted one; null if the resample holds one class only.
    /// </summary>
    public OperatingPoint? AtSpecificity(double specificity, ReadOnlySpan<int> weights)
    {
        var (allPositives, allNegatives) = WeighClasses(weights);
        if (allPositives == 0 || allNegatives == 0)
        {
            return null;
        }

        // A wanted 0.9 of 10 rows allows one false positive, whatever 1 − 0.9 is rounded to.
        var allowedFalsePositives = ((1 - specificity) * allNegatives) + (1e-9 * allNegatives);
        double truePositives = 0, falsePositives = 0;
        var (threshold, sensitivity, specificityThere) = (double.PositiveInfinity, 0.0, 1.0);
        for (var tie = tieEnds.Length - 1; tie >= 0; tie--)
        {
            var rank = TieStart(tie);
            var (positives, negatives) = WeighTie(weights, ref rank, tieEnds[tie]);
            truePositives += positives;
            falsePositives += negatives;
            if (falsePositives > allowedFalsePositives)
            {
                break;
            }

            if (positives > 0)
            {
                (threshold, sensitivity, specificityThere) =
                    (scores[TieStart(tie)], truePositives / allPositives, 1 - (falsePositives / allNegatives));
            }
        }

        return new OperatingPoint(threshold, sensitivity, specificityThere);
    }

    private int TieStart(int tie) => tie == 0 ? 0 : tieEnds[tie - 1];

    private (double Positives, double Negatives) WeighClasses(ReadOnlySpan<int> weights)
    {
        var rank = 0;
        return WeighTie(weights, ref rank, Count);
    }

    private (double Positives, double Negatives) WeighTie(ReadOnlySpan<int> weights, ref int rank, int end)
    {
        long positives = 0, all = 0;
        for (; rank < end; rank++)
        {
            var weight = weights[rows[rank]];
            positives += weight * isPositive[rank];
            all += weight;
        }

        return (positives, all - positives);
    }

    /// <summary>Restores the original order inside every run of equal scores, and returns where the runs end.</summary>
    private static int[] OrderTies(double[] sorted, int[] rows)
    {
        var ends = new List<int>(sorted.Length);
        var start = 0;
        for (var end = 1; end <= sorted.Length; end++)
        {
            if (end == sorted.Length || sorted[end] != sorted[start])
            {
                if (end - start > 1)
                {
                    Array.Sort(rows, start, end - start);
                }

                ends.Add(end);
                start = end;
            }
        }

        return [.. ends];
    }
}
