namespace HonestNumbers;

/// <summary>The majority of the k nearest training rows, by the given features only.</summary>
internal sealed record NearestNeighbours(Noise Data, int[] Training, int[] Features, int Neighbours)
{
    public bool Predict(double[] row) => Share(row) > 0.5;

    /// <summary>The share of the nearest rows that are positive.</summary>
    public double Share(double[] row) => Training
        .OrderBy(known => Distance(Data.Features[known], row))
        .Take(Neighbours)
        .Count(known => Data.Labels[known]) / (double)Neighbours;

    /// <summary>The share of rows that are predicted right by the others' folds, features being chosen anew by each fold's training rows.</summary>
    public static double CrossValidate(Noise data, int[][] folds, int neighbours, Func<int[], int[]> choose) => folds.Sum(fold =>
    {
        int[] training = [.. folds.Where(other => other != fold).SelectMany(other => other)];
        var model = new NearestNeighbours(data, training, choose(training), neighbours);
        return fold.Count(row => model.Predict(data.Features[row]) == data.Labels[row]);
    }) / (double)data.Rows;

    private double Distance(double[] a, double[] b)
    {
        var sum = 0.0;
        foreach (var feature in Features)
        {
            var difference = a[feature] - b[feature];
            sum += difference * difference;
        }

        return sum;
    }
}
