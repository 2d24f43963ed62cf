namespace LeakageAnalyzers.Runtime.Holdout.Tests;

/// <summary>Files and folders that cannot be written, also by a user who may write everything.</summary>
public sealed class UnwritableLedgerTests : IDisposable
{
    private readonly Vault vault = new();

    [Fact]
    public void A_folder_that_is_not_there_is_named_and_nothing_is_begun()
    {
        var path = Path.Combine(vault.Folder.FullName, "missing", "rows.ledger");

        AssertNames(path, Assert.Throws<IOException>(() => vault.Open(ledger: path)));

        // The rows are not taken for sealed.
        Vault.Look(vault.Open(budget: 2), 1);
    }

    [Fact]
    public void A_folder_in_the_place_of_the_ledger_is_named()
    {
        Directory.CreateDirectory(vault.Ledger);

        AssertNames(vault.Ledger, Assert.Throws<IOException>(() => vault.Open()));
    }

    [Fact]
    public void A_ledger_that_cannot_be_written_answers_nothing_and_loses_nothing()
    {
        var holdout = vault.Open(budget: 3);
        Vault.Look(holdout, 1);

        // SQLite keeps its journal beside the file while it writes; a folder of that name stops it, as a read-only folder does.
        Directory.CreateDirectory(vault.Ledger + "-journal");
        AssertNames(vault.Ledger, Assert.Throws<IOException>(() => holdout.Evaluate(Vault.Model(2), "Mean", _ => throw new InvalidOperationException("It was answered."))));

        Directory.Delete(vault.Ledger + "-journal");
        Vault.Look(holdout, 2);
        Assert.Equal(2, holdout.History.Looks.Count);
    }

    [Theory]
    [InlineData("file/witness")]
    [InlineData("file")]
    public void A_witness_that_has_no_folder_says_which_option_names_one(string folder)
    {
        File.WriteAllText(vault.At("file"), "");

        var error = Assert.Throws<IOException>(() => vault.Open(witness: vault.At(folder)));

        AssertNames(vault.At(folder), error);
        Assert.Contains("WitnessFolder", error.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(vault.Ledger));
    }

    [Fact]
    public void A_witness_that_is_no_database_is_named()
    {
        Directory.CreateDirectory(vault.WitnessFolder);
        File.WriteAllText(Path.Combine(vault.WitnessFolder, "witness.db"), "no database, but text that is long enough to be read as the header of one, which it is not");

        AssertNames(vault.WitnessFolder, Assert.Throws<IOException>(() => vault.Open()));
    }

    public void Dispose() => vault.Dispose();

    private static void AssertNames(string path, Exception error) => Assert.Contains($"'{path}'", error.Message, StringComparison.Ordinal);
}
