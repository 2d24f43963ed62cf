using LeakageAnalyzers.Runtime.Guard.Content;

namespace LeakageAnalyzers.Runtime.Audit.Sources;

/// <summary>Hashes in temporary files, shared out such that equal ones are in the same file. The files are gone after disposal.</summary>
internal sealed class SpilledHashes : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"leakage-audit-{Guid.NewGuid():N}");
    private readonly BinaryWriter[] _writers;

    /// <exception cref="IOException">The temporary folder cannot be written.</exception>
    public SpilledHashes(int shares)
    {
        _writers = new BinaryWriter[shares];
        try
        {
            Directory.CreateDirectory(_folder);
            for (var share = 0; share < shares; share++)
            {
                _writers[share] = new BinaryWriter(File.Create(FileOf(share)));
            }
        }
        catch (Exception failure)
        {
            Dispose();
            if (failure is UnauthorizedAccessException or IOException)
            {
                throw new IOException($"The rows do not fit in the memory that the options allow, and the temporary folder '{_folder}' cannot be written.", failure);
            }

            throw;
        }
    }

    /// <summary>Writes a hash.</summary>
    /// <exception cref="IOException">The disk is full.</exception>
    public void Add(ContentHash hash)
    {
        var writer = _writers[(int)(hash.High % (ulong)_writers.Length)];
        writer.Write(hash.Low);
        writer.Write(hash.High);
    }

    /// <summary>The hashes of one file, to which nothing is added any more.</summary>
    public IEnumerable<ContentHash> Read(int share)
    {
        _writers[share].Dispose();
        using var reader = new BinaryReader(File.OpenRead(FileOf(share)));
        for (var left = reader.BaseStream.Length / 16; left > 0; left--)
        {
            yield return new ContentHash(reader.ReadUInt64(), reader.ReadUInt64());
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Array.ForEach(_writers, writer => writer?.Dispose());
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private string FileOf(int share) => Path.Combine(_folder, $"{share}.hashes");
}
