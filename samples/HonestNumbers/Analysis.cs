namespace HonestNumbers;

/// <summary>One of the things to try: some features, some number of neighbours.</summary>
internal sealed record Analysis(int[] Features, int Neighbours)
{
    private static readonly int[] Neighbourhoods = [1, 3, 5, 7, 9, 15];

    public static Analysis Draw(Random random, int features)
    {
        int[] order = [.. Enumerable.Range(0, features)];
        random.Shuffle(order);
        return new Analysis(order[..random.Next(2, features)], Neighbourhoods[random.Next(Neighbourhoods.Length)]);
    }
}
