using System.Reflection;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace LeakageAnalyzers.Runtime.Audit.NearDuplicates;

/// <summary>
/// Reads columns of ML.NET's <c>MLImage</c>, which is in a package of its own (Microsoft.ML.ImageAnalytics): whoever has such a column has the package, and nobody else
/// needs it.
/// </summary>
internal static class ImageReader
{
    private const string ImageType = "Microsoft.ML.Data.MLImage";

    private delegate ReadOnlySpan<byte> PixelsOf<in TImage>(TImage image);

    /// <summary>Whether <paramref name="type"/> is that of pictures.</summary>
    public static bool IsImage(DataViewType type) => type.RawType.FullName == ImageType;

    /// <summary>Reads the picture of a cursor's current row; null where there is none, or its pixels are not of four bytes.</summary>
    public static Func<GreyImage?> ReaderOf(DataViewRow row, DataViewSchema.Column column) =>
        (Func<GreyImage?>)typeof(ImageReader).GetMethod(nameof(Reader), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(column.Type.RawType).Invoke(null, [row, column])!;

    private static Func<GreyImage?> Reader<TImage>(DataViewRow row, DataViewSchema.Column column)
        where TImage : class
    {
        var pixels = Getter<PixelsOf<TImage>, TImage>("Pixels");
        var (width, height) = (Getter<Func<TImage, int>, TImage>("Width"), Getter<Func<TImage, int>, TImage>("Height"));
        var format = typeof(TImage).GetProperty("PixelFormat")!;
        var get = row.GetGetter<TImage?>(column);
        var image = default(TImage);
        return () =>
        {
            // Who hands a picture on disposes the one before, if it is his.
            get(ref image);
            return image is not null && pixels(image) is var bytes && bytes.Length == 4L * width(image) * height(image)
                ? GreyImage.Of(bytes, width(image), height(image), redFirst: format.GetValue(image)!.ToString() == "Rgba32")
                : null;
        };
    }

    private static TDelegate Getter<TDelegate, TImage>(string property)
        where TDelegate : Delegate => (TDelegate)Delegate.CreateDelegate(typeof(TDelegate), typeof(TImage).GetProperty(property)!.GetMethod!);
}
