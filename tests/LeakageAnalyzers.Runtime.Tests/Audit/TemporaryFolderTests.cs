using static LeakageAnalyzers.Runtime.Tests.Audit.AuditedSplit;

namespace LeakageAnalyzers.Runtime.Tests.Audit;

/// <summary>What an audit says that needs temporary files and has no folder for them. The folder is the process's, so that no other test runs beside.</summary>
[Collection(nameof(TemporaryFolderTests))]
[CollectionDefinition(nameof(TemporaryFolderTests), DisableParallelization = true)]
public sealed class TemporaryFolderTests : IDisposable
{
    private const string Variable = "TMPDIR";

    private readonly string? _before = Environment.GetEnvironmentVariable(Variable);
    private readonly string _file = Path.GetTempFileName();

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Variable, _before);
        File.Delete(_file);
    }

    [Fact]
    public void A_temporary_folder_that_cannot_be_written_is_named() => Assert.All([_file, "/proc/self"], folder =>
    {
        Environment.SetEnvironmentVariable(Variable, folder);

        var error = Assert.Throws<IOException>(() => SplitAudit.Run(View(Rows(40_000, seed: 3)), View(Rows(500, seed: 4)), new AuditOptions { MostMemory = 1 << 20 }));

        Assert.Contains($"the temporary folder '{folder}", error.Message, StringComparison.Ordinal);
    });
}
