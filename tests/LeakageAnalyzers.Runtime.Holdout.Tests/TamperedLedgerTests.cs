using LeakageAnalyzers.HoldoutLooker;
using static LeakageAnalyzers.Runtime.Holdout.LedgerDefect;

namespace LeakageAnalyzers.Runtime.Holdout.Tests;

/// <summary>What can be done to a ledger between two uses of it, and that the next use says so.</summary>
public sealed class TamperedLedgerTests : IDisposable
{
    private readonly Vault vault = new();

    [Theory]
    [InlineData("UPDATE entries SET value = 0.99 WHERE kind = 'Answer' AND count = 2", Edited)]
    [InlineData("UPDATE entries SET budget = 100 WHERE number = 0", Edited)]
    [InlineData("UPDATE entries SET time = '2020-01-01T00:00:00.0000000+00:00' WHERE number = 1", Edited)]
    [InlineData("UPDATE entries SET name = 'another' WHERE number = 3", Edited)]
    [InlineData("UPDATE entries SET kind = 'Sealed' WHERE number = 3", Edited)]
    [InlineData("UPDATE entries SET kind = 'Nothing' WHERE number = 3", Unreadable)]
    [InlineData("DELETE FROM entries WHERE number = 2", Edited)]
    [InlineData("DELETE FROM entries WHERE number > 4", RolledBack)]
    [InlineData("DELETE FROM entries", RolledBack)]
    [InlineData("INSERT INTO entries SELECT 7, kind, time, 'forged', name, metric, 4, budget, beyond, value, signature FROM entries WHERE number = 5", Edited)]
    [InlineData("DROP TABLE entries", RolledBack)]
    public void An_edit_is_noticed(string sql, LedgerDefect defect)
    {
        var holdout = vault.Open(budget: 5);
        Vault.Look(holdout, 3);

        vault.Edit(sql);

        Assert.Equal(defect, Assert.Throws<LedgerException>(() => vault.Open()).Defect);
        Assert.Equal(defect, Assert.Throws<LedgerException>(() => holdout.Evaluate(Vault.Model(9), "Mean", Vault.Mean)).Defect);
    }

    [Fact]
    public void An_older_copy_in_its_place_is_noticed()
    {
        var holdout = vault.Open(budget: 2);
        Vault.Look(holdout, 1);
        File.Copy(vault.Ledger, vault.At("kept"));
        Vault.Look(holdout, 2);

        File.Copy(vault.At("kept"), vault.Ledger, overwrite: true);

        Assert.Equal(RolledBack, Assert.Throws<LedgerException>(() => vault.Open()).Defect);
        Assert.Equal(RolledBack, Assert.Throws<LedgerException>(() => holdout.Evaluate(Vault.Model(9), "Mean", Vault.Mean)).Defect);
    }

    [Fact]
    public void A_copy_beside_it_is_noticed()
    {
        Vault.Look(vault.Open(budget: 2), 1);
        File.Copy(vault.Ledger, vault.At("spare"));

        Assert.Equal(Copied, Assert.Throws<LedgerException>(() => vault.Open(ledger: vault.At("spare"))).Defect);
        Assert.Single(vault.Open().History.Looks);
    }

    [Fact]
    public void A_deleted_ledger_is_noticed_and_no_new_one_begun()
    {
        var holdout = vault.Open(budget: 2);
        Vault.Look(holdout, 2);

        File.Delete(vault.Ledger);

        Assert.Equal(Deleted, Assert.Throws<LedgerException>(() => vault.Open(budget: 2)).Defect);
        Assert.Equal(Deleted, Assert.Throws<LedgerException>(() => vault.Open(budget: 2, ledger: vault.At("fresh"))).Defect);
        Assert.Equal(Deleted, Assert.Throws<LedgerException>(() => holdout.Evaluate(Vault.Model(9), "Mean", Vault.Mean)).Defect);
        Assert.False(File.Exists(vault.Ledger));
    }

    [Fact]
    public void A_second_ledger_for_the_same_rows_is_refused()
    {
        Vault.Look(vault.Open(budget: 2), 2);

        var refusal = Assert.Throws<LedgerException>(() => vault.Open(budget: 2, ledger: vault.At("second")));

        Assert.Equal(SealedElsewhere, refusal.Defect);
        Assert.Contains(vault.Ledger, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_moved_ledger_is_accepted()
    {
        Vault.Look(vault.Open(), 2);

        File.Move(vault.Ledger, vault.At("moved"));

        Assert.Equal(2, vault.Open(ledger: vault.At("moved")).History.Looks.Count);
    }

    [Fact]
    public void A_ledger_of_another_machine_is_noticed()
    {
        Vault.Look(vault.Open(), 1);

        Assert.Equal(UnknownKey, Assert.Throws<LedgerException>(() => vault.Open(witness: vault.At("elsewhere"))).Defect);
    }

    [Fact]
    public void A_ledger_of_other_rows_is_noticed()
    {
        vault.Open();
        var others = Vault.Ml.Data.LoadFromEnumerable(SealedRow.All.Skip(1));

        Assert.Equal(OtherRows, Assert.Throws<LedgerException>(() => vault.Open(rows: others)).Defect);
    }

    [Fact]
    public void A_file_that_is_no_ledger_is_refused()
    {
        File.WriteAllText(vault.Ledger, new string('x', 5000));

        Assert.Equal(Unreadable, Assert.Throws<LedgerException>(() => vault.Open()).Defect);
    }

    [Fact]
    public void A_published_head_proves_later_that_no_look_was_removed()
    {
        var holdout = vault.Open();
        Vault.Look(holdout, 2);
        var head = holdout.History.Head;
        Vault.Look(holdout, 3);

        Assert.True(holdout.Holds(head));

        // Who deletes all that this machine knows can begin anew, but not with the entry that was published.
        File.Delete(vault.Ledger);
        Directory.Delete(vault.WitnessFolder, recursive: true);
        var anew = vault.Open();
        Vault.Look(anew, 3);
        Assert.False(anew.Holds(head));
    }

    public void Dispose() => vault.Dispose();
}
