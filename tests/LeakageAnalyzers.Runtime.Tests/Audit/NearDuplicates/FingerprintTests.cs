using System.Globalization;
using LeakageAnalyzers.Runtime.Audit.NearDuplicates;
using LeakageAnalyzers.Runtime.Tests.ReferenceValues;

namespace LeakageAnalyzers.Runtime.Tests.Audit.NearDuplicates;

/// <summary>The fingerprints against values computed from their published definitions.</summary>
public sealed class FingerprintTests
{
    private static readonly System.Text.Json.Nodes.JsonNode Perceptual = ReferenceFile.Open("ledger-and-duplicates")["perceptual"]!;
    private static readonly System.Text.Json.Nodes.JsonNode Jaccard = ReferenceFile.Open("ledger-and-duplicates")["jaccard"]!;

    [Fact]
    public void Differences_of_neighbouring_areas()
    {
        var image = new GreyImage(9, 8, [.. Perceptual.Table("pixels_8x9").SelectMany(row => row).Select(pixel => (float)pixel)]);

        Assert.Equal(Bits(Perceptual["dhash_row_major_msb_first_right_gt_left"]), PerceptualHash.SignsOfDifferences(image));
    }

    [Fact]
    public void Bits_that_differ_are_counted_over_both_halves()
    {
        var hamming = Perceptual["hamming"]!;
        var (a, b) = (Bits(hamming["a"]), Bits(hamming["b"]));

        Assert.Equal(hamming.Count("distance"), new PerceptualHash(a, 0).DistanceTo(new PerceptualHash(b, 0)));
        Assert.Equal(2 * hamming.Count("distance"), new PerceptualHash(a, b).DistanceTo(new PerceptualHash(b, a)));
        Assert.Equal(128, new PerceptualHash(0, 0).DistanceTo(new PerceptualHash(ulong.MaxValue, ulong.MaxValue)));
    }

    [Fact]
    public void A_wave_has_one_frequency()
    {
        // Three half waves along each row: the fourth coefficient of the first row, besides the mean.
        var wave = new GreyImage(32, 32, [.. Enumerable.Range(0, 32 * 32).Select(i => 128 + (100 * MathF.Cos(MathF.PI * 3 * ((2 * (i % 32)) + 1) / 64)))]);

        Assert.Equal(0b1001UL << 60, PerceptualHash.SignsOfFrequencies(wave) & (0b1001UL << 60));
    }

    [Fact]
    public void Areas_are_averaged_whatever_the_size()
    {
        var image = new GreyImage(3, 2, [0, 90, 180, 30, 60, 210]);

        Assert.Equal([15, 75, 195], image.Resize(3, 1).Values);
        Assert.Equal([30, 150, 40, 160], image.Resize(2, 2).Values.Select(value => MathF.Round(value)));
        Assert.Equal([0, 0, 90, 90, 180, 180], image.Resize(6, 1 * 2).Values.Take(6).Select(value => MathF.Round(value)));
    }

    [Fact]
    public void Pictures_of_one_grey_have_no_hash() => Assert.Null(PerceptualHash.Of(new GreyImage(10, 10, new float[100])));

    [Fact]
    public void Shingles_and_their_similarity()
    {
        var (a, b) = (Shingles.Of(Jaccard["a"]!.GetValue<string>().AsSpan()), Shingles.Of(Jaccard["b"]!.GetValue<string>().AsSpan()));

        Assert.Equal((Jaccard.Count("shingles_a"), Jaccard.Count("shingles_b")), (a.Count, b.Count));
        Assert.Equal(Shingles.Length, Jaccard.Count("k"));
        Assert.Equal(Jaccard.Number("jaccard"), Shingles.Similarity(a, b), 12);
    }

    [Fact]
    public void Min_hashes_agree_as_often_as_the_sets_are_similar()
    {
        var (a, b) = (Shingles.Of(Jaccard["a"]!.GetValue<string>().AsSpan()), Shingles.Of(Jaccard["b"]!.GetValue<string>().AsSpan()));
        var agreements = Enumerable.Range(0, 100).Sum(seed => new MinHash(seed).SignatureOf(a).Zip(new MinHash(seed).SignatureOf(b)).Count(pair => pair.First == pair.Second));

        // 10,000 draws: the standard deviation is 0.005.
        Assert.Equal(Jaccard.Number("jaccard"), agreements / (100.0 * MinHash.Bands * MinHash.RowsOfBand), 0.02);
    }

    [Fact]
    public void Sets_share_a_band_as_often_as_the_number_of_bands_and_rows_says()
    {
        const int Seeds = 400;
        Assert.All(ReferenceFile.Open("observer-overfitting").Rows("lsh"), known =>
        {
            Assert.Equal((known.Count("b"), known.Count("r")), (MinHash.Bands, MinHash.RowsOfBand));

            // Two sets with that share of their union in common; elements far from each other, as hashes of shingles are.
            var (union, common) = (60, (int)Math.Round(60 * known.Number("s")));
            ulong[] elements = [.. Enumerable.Range(1, union).Select(i => Hash64.Add(0, (ulong)i))];
            var own = (union - common) / 2;
            ulong[] a = [.. elements[..(common + own)]];
            ulong[] b = [.. elements[..common], .. elements[(common + own)..]];
            var found = Enumerable.Range(0, Seeds).Count(seed =>
            {
                var hashes = new MinHash(seed);
                return hashes.KeysOf(a).Zip(hashes.KeysOf(b)).Any(keys => keys.First == keys.Second);
            });

            var p = known.Number("p");
            Assert.InRange(found, (Seeds * p) - (4 * Math.Sqrt(Seeds * p * (1 - p))) - 1, (Seeds * p) + (4 * Math.Sqrt(Seeds * p * (1 - p))) + 1);
        });
    }

    [Fact]
    public void Texts_are_compared_as_if_typed_anew() =>
        Assert.Equal("no acute fracture seen in 2 views", Shingles.Normalize("  No acute\tFRACTURE seen,\r\nin 2 views. ".AsSpan()));

    private static ulong Bits(System.Text.Json.Nodes.JsonNode? hexadecimal) => ulong.Parse(hexadecimal!.GetValue<string>(), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
