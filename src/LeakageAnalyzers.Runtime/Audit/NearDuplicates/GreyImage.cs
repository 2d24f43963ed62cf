namespace LeakageAnalyzers.Runtime.Audit.NearDuplicates;

/// <summary>A grey picture, row by row; luminance as in ITU-R BT.601, from 0 to 255.</summary>
internal sealed record GreyImage(int Width, int Height, float[] Values)
{
    /// <summary>The picture of four bytes a pixel.</summary>
    /// <param name="pixels">Row by row.</param>
    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels.</param>
    /// <param name="redFirst">Whether the order is red, green, blue; otherwise blue, green, red. The fourth byte is not looked at.</param>
    public static GreyImage Of(ReadOnlySpan<byte> pixels, int width, int height, bool redFirst)
    {
        var (red, blue) = redFirst ? (0, 2) : (2, 0);
        var values = new float[width * height];
        for (var i = 0; i < values.Length; i++)
        {
            var pixel = pixels.Slice(4 * i, 4);
            values[i] = (0.299f * pixel[red]) + (0.587f * pixel[1]) + (0.114f * pixel[blue]);
        }

        return new GreyImage(width, height, values);
    }

    /// <summary>The picture at another size: each pixel is the mean of the area that it covers, so that the result hardly depends on the size of the original.</summary>
    public GreyImage Resize(int width, int height)
    {
        var narrow = ResizeRows(Values, Height, Width, width);
        return new GreyImage(width, height, Transpose(ResizeRows(Transpose(narrow, Height, width), width, Height, height), width, height));
    }

    private static float[] ResizeRows(float[] values, int rows, int from, int to)
    {
        var resized = new float[rows * to];
        for (var column = 0; column < to; column++)
        {
            var (start, end) = ((double)column * from / to, (double)(column + 1) * from / to);
            for (var source = (int)start; source < Math.Min(from, Math.Ceiling(end)); source++)
            {
                var weight = (float)((Math.Min(end, source + 1) - Math.Max(start, source)) / (end - start));
                for (var row = 0; row < rows; row++)
                {
                    resized[(row * to) + column] += weight * values[(row * from) + source];
                }
            }
        }

        return resized;
    }

    private static float[] Transpose(float[] values, int rows, int columns)
    {
        var transposed = new float[values.Length];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                transposed[(column * rows) + row] = values[(row * columns) + column];
            }
        }

        return transposed;
    }
}
