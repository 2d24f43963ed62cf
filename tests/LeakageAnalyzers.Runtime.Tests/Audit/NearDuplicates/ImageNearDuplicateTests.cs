using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms.Image;
using SkiaSharp;
using static LeakageAnalyzers.Runtime.Tests.Audit.AuditedSplit;

namespace LeakageAnalyzers.Runtime.Tests.Audit.NearDuplicates;

/// <summary>LEAK603 on pictures.</summary>
public sealed class ImageNearDuplicateTests
{
    private const int Side = 96;

    private static readonly List<byte[]> Scenes = Pictures(140, seed: 1, shared: 0);

    public static TheoryData<string> Changes => new(ChangesByName.Keys);

    private static Dictionary<string, Func<byte[], SKBitmap>> ChangesByName => new()
    {
        ["none"] = Bitmap,
        ["re-encoded"] = pixels =>
        {
            using var bitmap = Bitmap(pixels);
            using var encoded = bitmap.Encode(SKEncodedImageFormat.Jpeg, 40);
            return SKBitmap.Decode(encoded).Copy(SKColorType.Rgba8888);
        },
        ["resized"] = pixels => Bitmap(pixels).Resize(new SKImageInfo(151, 67, SKColorType.Rgba8888, SKAlphaType.Opaque), SKFilterQuality.Medium),
        ["cropped"] = pixels =>
        {
            var cropped = new SKBitmap();
            Bitmap(pixels).ExtractSubset(cropped, new SKRectI(3, 2, Side - 2, Side - 3));
            return cropped.Copy();
        },
        ["brighter"] = pixels => Bitmap([.. pixels.Select((value, i) => i % 4 == 3 ? value : (byte)Math.Min(255, (1.1 * value) + 20))]),
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void The_same_picture_is_found_after_it_was(string change)
    {
        var train = Rows(Scenes.Take(100).Select(Bitmap));
        var test = Rows(Scenes.Skip(100).Select(Bitmap).Concat([ChangesByName[change](Scenes[7]), ChangesByName[change](Scenes[60])]));

        var finding = Assert.Single(NearFindings(train, test));

        Assert.Equal((2, "Picture", FindingSeverity.Warning), (finding.Count, finding.Column, finding.Severity));
        Assert.Equal(["test row 40 and train row 7", "test row 41 and train row 60"], finding.Examples);
    }

    [Fact]
    public void Different_pictures_are_not() => Assert.Empty(NearFindings(Rows(Scenes.Take(100).Select(Bitmap)), Rows(Scenes.Skip(100).Select(Bitmap))));

    [Fact]
    public void Radiographs_of_different_people_look_alike_and_are_not_copies()
    {
        var scans = Pictures(160, seed: 5, shared: 80);

        Assert.Empty(NearFindings(Rows(scans.Take(120).Select(Bitmap)), Rows(scans.Skip(120).Select(Bitmap))));
        Assert.Equal(
            ["test row 40 and train row 9"],
            Assert.Single(NearFindings(Rows(scans.Take(120).Select(Bitmap)), Rows(scans.Skip(120).Select(Bitmap).Append(ChangesByName["brighter"](scans[9]))))).Examples);
    }

    [Fact]
    public void Blank_and_missing_pictures_resemble_nothing()
    {
        List<Scan> blank = [.. Rows(Enumerable.Range(0, 3).Select(_ => Bitmap(new byte[4 * Side * Side]))), new Scan()];

        Assert.Empty(NearFindings(blank, blank));
    }

    private static IReadOnlyList<AuditFinding> NearFindings(IEnumerable<Scan> train, IEnumerable<Scan> test) => Findings("LEAK603", train, test);

    // Thirty spots of light and shadow, each picture with its own, before what all have in common.
    private static List<byte[]> Pictures(int count, int seed, double shared)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var spots = Enumerable.Range(0, 30).Select(_ => (X: random.NextDouble(), Y: random.NextDouble(), Size: 0.03 + (0.12 * random.NextDouble()), Light: 60 * (random.NextDouble() - 0.5))).ToList();
            var pixels = new byte[4 * Side * Side];
            for (var i = 0; i < Side * Side; i++)
            {
                var (x, y) = (((i % Side) + 0.5) / Side, ((i / Side) + 0.5) / Side);
                double Lung(double center) => Math.Exp(-(Math.Pow((x - center) / 0.14, 4) + Math.Pow((y - 0.5) / 0.3, 4)));

                var light = 120 - (shared * (Lung(0.3) + Lung(0.7)))
                    + spots.Sum(spot => spot.Light * Math.Exp(-(Math.Pow(x - spot.X, 2) + Math.Pow(y - spot.Y, 2)) / (2 * spot.Size * spot.Size)));
                pixels.AsSpan(4 * i, 3).Fill((byte)Math.Clamp(light, 0, 255));
                pixels[(4 * i) + 3] = 255;
            }

            return pixels;
        })];
    }

    private static SKBitmap Bitmap(byte[] pixels)
    {
        var bitmap = new SKBitmap(Side, Side, SKColorType.Rgba8888, SKAlphaType.Opaque);
        System.Runtime.InteropServices.Marshal.Copy(pixels, 0, bitmap.GetPixels(), pixels.Length);
        return bitmap;
    }

    private static List<Scan> Rows(IEnumerable<SKBitmap> bitmaps) =>
        [.. bitmaps.Select(bitmap => new Scan { Picture = MLImage.CreateFromPixels(bitmap.Width, bitmap.Height, MLPixelFormat.Rgba32, bitmap.Bytes) })];

    public sealed class Scan
    {
        [ImageType(Side, Side)]
        public MLImage? Picture { get; set; }
    }
}
