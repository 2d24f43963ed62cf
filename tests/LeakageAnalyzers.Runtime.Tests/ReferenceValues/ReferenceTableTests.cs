using Xunit.Abstractions;

namespace LeakageAnalyzers.Runtime.Tests.ReferenceValues;

/// <summary>
/// Prints the table of every procedure with its source and its largest deviation:
/// <c>dotnet test tests/LeakageAnalyzers.Runtime.Tests --filter Category=Table --logger "console;verbosity=detailed"</c>.
/// </summary>
public sealed class ReferenceTableTests(ITestOutputHelper output)
{
    [Fact]
    [Trait("Category", "Table")]
    public void Every_procedure_gives_what_other_software_gives()
    {
        output.WriteLine($"{"procedure",-44} {"values",5} {"deviation",9}  source");
        foreach (var row in ReferenceTable.Rows)
        {
            output.WriteLine(row.ToString());
        }

        Assert.All(ReferenceTable.Rows, row => Assert.True(row.Deviation <= ReferenceFile.Tolerance, row.ToString()));
        Assert.True(ReferenceTable.Rows.Count >= 30);
    }
}
