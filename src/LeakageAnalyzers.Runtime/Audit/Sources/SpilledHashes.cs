using LeakageAnalyzers.Runtime.Guard.Content;

namespace LeakageAnalyzers.Runtime.Audit.Sources;

/// <summary>Hashes in temporary files, shared out such that equal ones are in the same file. The files are gone after disposal.</summary>
internal sealed class SpilledHashes : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"leakage-audit-{Guid.NewGuid():N}");

    /// <exception cref="IOException">The temporary folder cannot be written.</exception>
    public SpilledHashes(IEnumerable<ContentHash> hashes, int shares)
    {
        BinaryWriter[] writers = [];
        try
        {
            Directory.CreateDirectory(_folder);
            writers = [.. Enumerable.Range(0, shares).Select(share => new BinaryWriter(File.Create(FileOf(share))))];
            foreach (var hash in hashes)
            {
                var writer = writers[(int)(hash.High % (ulong)shares)];
                writer.Write(hash.Low);
                writer.Write(hash.High);
            }
        }
        catch (Exception failure)
        {
            Close(writers);
            Dispose();
            if (failure is UnauthorizedAccessException)
            {
                throw new IOException($"The rows do not fit in the memory that the options allow, and the temporary folder '{_folder}' cannot be written.", failure);
            }

            throw;
        }

        Close(writers);
    }

    /// <summary>The hashes of one file.</summary>
    public IEnumerable<ContentHash> Read(int share)
    {
        using var reader = new BinaryReader(File.OpenRead(FileOf(share)));
        for (var left = reader.BaseStream.Length / 16; left > 0; left--)
        {
            yield return new ContentHash(reader.ReadUInt64(), reader.ReadUInt64());
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private static void Close(BinaryWriter[] writers) => Array.ForEach(writers, writer => writer.Dispose());

    private string FileOf(int share) => Path.Combine(_folder, $"{share}.hashes");
}
