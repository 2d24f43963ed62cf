using System.Runtime.InteropServices;
using Microsoft.ML.Data;
using SkiaSharp;

namespace NearDuplicateImages;

/// <summary>An archive of drawn radiographs: two lungs, and spots of light and shadow that differ from person to person.</summary>
internal static class Archive
{
    /// <summary>Each person once.</summary>
    public static IReadOnlyList<Scan> Of(int people, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, people).Select(person => new Scan { PatientId = $"P{person:000}", Picture = ToImage(Draw(random)), Label = random.Next(2) == 0 })];
    }

    /// <summary>The same archive after some of the people were entered again: under another number, their picture resized and compressed anew.</summary>
    public static IReadOnlyList<Scan> WithCopies(IReadOnlyList<Scan> scans, int copies) =>
        [.. scans, .. scans.Take(copies).Select(scan => new Scan { PatientId = "N" + scan.PatientId[1..], Picture = SavedAgain(scan.Picture!), Label = scan.Label })];

    private static MLImage SavedAgain(MLImage picture)
    {
        using var bitmap = ToBitmap(picture.Pixels.ToArray());
        using var smaller = bitmap.Resize(new SKImageInfo(Scan.Side - 8, Scan.Side - 8, SKColorType.Rgba8888, SKAlphaType.Opaque), SKFilterQuality.Medium);
        using var encoded = smaller.Encode(SKEncodedImageFormat.Jpeg, 70);
        using var decoded = SKBitmap.Decode(encoded);
        using var again = decoded.Resize(new SKImageInfo(Scan.Side, Scan.Side, SKColorType.Rgba8888, SKAlphaType.Opaque), SKFilterQuality.Medium);
        return ToImage(again.Bytes);
    }

    private static MLImage ToImage(byte[] pixels) => MLImage.CreateFromPixels(Scan.Side, Scan.Side, MLPixelFormat.Rgba32, pixels);

    private static SKBitmap ToBitmap(byte[] pixels)
    {
        var bitmap = new SKBitmap(Scan.Side, Scan.Side, SKColorType.Rgba8888, SKAlphaType.Opaque);
        Marshal.Copy(pixels, 0, bitmap.GetPixels(), pixels.Length);
        return bitmap;
    }

    private static byte[] Draw(Random random)
    {
        var spots = Enumerable.Range(0, 30)
            .Select(_ => (X: random.NextDouble(), Y: random.NextDouble(), Size: 0.03 + (0.12 * random.NextDouble()), Light: 60 * (random.NextDouble() - 0.5)))
            .ToList();
        var pixels = new byte[4 * Scan.Side * Scan.Side];
        for (var i = 0; i < Scan.Side * Scan.Side; i++)
        {
            var (x, y) = (((i % Scan.Side) + 0.5) / Scan.Side, ((i / Scan.Side) + 0.5) / Scan.Side);
            var light = 150 - (60 * (Lung(x - 0.3, y) + Lung(x - 0.7, y)))
                + spots.Sum(spot => spot.Light * Math.Exp(-(Math.Pow(x - spot.X, 2) + Math.Pow(y - spot.Y, 2)) / (2 * spot.Size * spot.Size)));
            pixels.AsSpan(4 * i, 3).Fill((byte)Math.Clamp(light, 0, 255));
            pixels[(4 * i) + 3] = byte.MaxValue;
        }

        return pixels;
    }

    private static double Lung(double x, double y) => Math.Exp(-(Math.Pow(x / 0.14, 4) + Math.Pow((y - 0.5) / 0.3, 4)));
}
