using LeakageAnalyzers.HoldoutLooker;
using Microsoft.Data.Sqlite;
using Microsoft.ML;

namespace LeakageAnalyzers.Runtime.Holdout.Tests;

/// <summary>A folder with a ledger and a witness of its own, and models that each predict something else.</summary>
internal sealed class Vault : IDisposable
{
    public Vault() => Ledger = At("rows.ledger");

    public static MLContext Ml { get; } = new(seed: 1);

    public DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("leakage-holdout-");

    public string Ledger { get; }

    public string WitnessFolder => At("witness");

    public List<string> Written { get; } = [];

    public static IDataView Rows => Ml.Data.LoadFromEnumerable(SealedRow.All);

    public string At(string name) => Path.Combine(Folder.FullName, name);

    public SealedHoldout Open(int? budget = null, BudgetPolicy policy = BudgetPolicy.Refuse, string? ledger = null, IDataView? rows = null, string? witness = null) =>
        SealedHoldout.Open(ledger ?? Ledger, rows ?? Rows, new HoldoutOptions
        {
            Budget = budget,
            Policy = policy,
            WitnessFolder = witness ?? WitnessFolder,
            Write = Written.Add,
        });

    public static ITransformer Model(int number) =>
        Ml.Transforms.CustomMapping<SealedRow, Scored>((row, scored) => scored.Score = row.Value + number, contractName: null).Fit(Rows);

    public static double Mean(IDataView scored) => Ml.Data.CreateEnumerable<Scored>(scored, reuseRowObject: true).Average(row => row.Score);

    /// <summary>Takes that many looks, by models numbered from 1 on.</summary>
    public static void Look(SealedHoldout holdout, int looks)
    {
        for (var number = 1; number <= looks; number++)
        {
            holdout.Evaluate(Model(number), "Mean", Mean);
        }
    }

    /// <summary>What someone with any SQLite tool could do to the ledger.</summary>
    public void Edit(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Ledger};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public void Dispose() => Folder.Delete(recursive: true);
}
