using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace LeakageAnalyzers.Benchmarks.Audit;

/// <summary>A row of the audited file: an individual and nine measures.</summary>
public sealed class ClinicFileRow
{
    [LoadColumn(0)]
    public string PatientId { get; set; } = "";

    [LoadColumn(1, 9)]
    [VectorType(9)]
    public float[] Measures { get; set; } = [];
}

/// <summary>Train and test rows in text files, four to one, ten rows a patient; the files are gone after disposal.</summary>
internal sealed class ClinicFile : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("leakage-benchmark-");

    public ClinicFile(int rows)
    {
        var context = new MLContext(seed: 1);
        IDataView Write(string name, int from, int count)
        {
            var path = Path.Combine(_folder.FullName, name);
            var random = new Random(from);
            using (var writer = new StreamWriter(path))
            {
                for (var row = from; row < from + count; row++)
                {
                    writer.Write($"P{row / 10}");
                    for (var column = 0; column < 9; column++)
                    {
                        writer.Write('\t');
                        writer.Write(random.NextSingle().ToString("0.######", CultureInfo.InvariantCulture));
                    }

                    writer.WriteLine();
                }
            }

            return context.Data.LoadFromTextFile<ClinicFileRow>(path);
        }

        (Train, Test) = (Write("train.tsv", 0, rows / 5 * 4), Write("test.tsv", rows / 5 * 4, rows / 5));
    }

    public IDataView Train { get; }

    public IDataView Test { get; }

    public void Dispose() => _folder.Delete(recursive: true);
}
