namespace LeakageAnalyzers.Runtime.Audit.NearDuplicates;

/// <summary>
/// What is left of a picture when size, encoding and brightness are taken away: 64 signs of its lowest frequencies (Zauner, Implementation and Benchmarking of Perceptual
/// Image Hash Functions, 2010, 3.2.1) and 64 signs of differences between neighbouring areas. A change that keeps both is one of form, not of content.
/// </summary>
internal readonly record struct PerceptualHash(ulong Frequencies, ulong Differences)
{
    private const int Side = 32;
    private const int Kept = 8;

    // Below this range of grey, of 255, there is nothing to see but noise.
    private const float LeastContrast = 8;

    private static readonly float[,] Cosines = MakeCosines();

    /// <summary>The hash of <paramref name="image"/>; null where it is of one grey.</summary>
    public static PerceptualHash? Of(GreyImage image)
    {
        var small = image.Resize(Side, Side);
        return small.Values.Max() - small.Values.Min() < LeastContrast
            ? null
            : new PerceptualHash(SignsOfFrequencies(small), SignsOfDifferences(image.Resize(Kept + 1, Kept)));
    }

    /// <summary>The number of different bits, of 128.</summary>
    public int DistanceTo(PerceptualHash other) => CountBits(Frequencies ^ other.Frequencies) + CountBits(Differences ^ other.Differences);

    /// <summary>Of a picture of nine columns and eight rows, whether each pixel is darker than its right neighbour: row by row, the highest bit first.</summary>
    internal static ulong SignsOfDifferences(GreyImage image)
    {
        var bits = 0UL;
        for (var row = 0; row < Kept; row++)
        {
            for (var column = 0; column < Kept; column++)
            {
                var left = (row * (Kept + 1)) + column;
                bits = (bits << 1) | (image.Values[left + 1] > image.Values[left] ? 1UL : 0UL);
            }
        }

        return bits;
    }

    /// <summary>Of a picture of 32 columns and rows, which of the 8 × 8 lowest coefficients of its cosine transform are above their median.</summary>
    internal static ulong SignsOfFrequencies(GreyImage image)
    {
        var coefficients = LowFrequencies(image.Values);
        float[] ordered = [.. coefficients.OrderBy(value => value)];
        var median = (ordered[(ordered.Length / 2) - 1] + ordered[ordered.Length / 2]) / 2;
        return coefficients.Aggregate(0UL, (bits, value) => (bits << 1) | (value > median ? 1UL : 0UL));
    }

    // The second cosine transform, along rows and then along columns.
    private static float[] LowFrequencies(float[] values)
    {
        var rows = new float[Side, Kept];
        for (var row = 0; row < Side; row++)
        {
            for (var frequency = 0; frequency < Kept; frequency++)
            {
                for (var column = 0; column < Side; column++)
                {
                    rows[row, frequency] += values[(row * Side) + column] * Cosines[frequency, column];
                }
            }
        }

        var coefficients = new float[Kept * Kept];
        for (var vertical = 0; vertical < Kept; vertical++)
        {
            for (var horizontal = 0; horizontal < Kept; horizontal++)
            {
                for (var row = 0; row < Side; row++)
                {
                    coefficients[(vertical * Kept) + horizontal] += rows[row, horizontal] * Cosines[vertical, row];
                }
            }
        }

        return coefficients;
    }

    private static float[,] MakeCosines()
    {
        var cosines = new float[Kept, Side];
        for (var frequency = 0; frequency < Kept; frequency++)
        {
            for (var position = 0; position < Side; position++)
            {
                cosines[frequency, position] = (float)Math.Cos(Math.PI * frequency * ((2 * position) + 1) / (2 * Side));
            }
        }

        return cosines;
    }

    // Adds bits in pairs, in fours and in eights.
    private static int CountBits(ulong value)
    {
        value -= (value >> 1) & 0x5555555555555555UL;
        value = (value & 0x3333333333333333UL) + ((value >> 2) & 0x3333333333333333UL);
        return (int)(unchecked(((value + (value >> 4)) & 0x0F0F0F0F0F0F0F0FUL) * 0x0101010101010101UL) >> 56);
    }
}
