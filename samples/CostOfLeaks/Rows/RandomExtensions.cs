using Microsoft.ML;

namespace CostOfLeaks;

/// <summary>Draws, and what is counted of them.</summary>
internal static class RandomExtensions
{
    /// <summary>A draw from the standard normal distribution (Box and Muller, 1958).</summary>
    public static float Normal(this Random random) =>
        (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));

    public static float[] Normals(this Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.Normal())];

    public static T[] Shuffled<T>(this T[] items, Random random)
    {
        random.Shuffle(items);
        return items;
    }

    /// <summary>The share of <paramref name="whole"/> that <paramref name="part"/> is.</summary>
    public static double Share(this IDataView part, IDataView whole) => (double)Count(part) / Count(whole);

    /// <summary>The share of the label that fewer rows have; 0 where there are no rows.</summary>
    public static double ShareOfRarerLabel(this IDataView rows, MLContext mlContext)
    {
        var labels = mlContext.Data.CreateEnumerable<NarrowRow>(rows, reuseRowObject: false).Select(row => row.Label).ToList();
        var positive = labels.Count(label => label);
        return labels.Count == 0 ? 0 : (double)Math.Min(positive, labels.Count - positive) / labels.Count;
    }

    private static long Count(IDataView rows)
    {
        using var cursor = rows.GetRowCursor([]);
        var count = 0L;
        while (cursor.MoveNext())
        {
            count++;
        }

        return count;
    }
}
