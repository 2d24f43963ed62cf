using System.Globalization;
using System.Security.Cryptography;
using LeakageAnalyzers.Runtime.Guard.Content;
using LeakageAnalyzers.Workflow;
using LeakageAnalyzers.Workflow.Trace;

namespace LeakageAnalyzers.Runtime.Guard.Models;

/// <summary>What a saved model was fitted on, in a file beside it: the hashes of its rows, 16 bytes each, bound to the model by its own hash.</summary>
/// <param name="Fingerprint">The SHA-256 hash of the model's file.</param>
/// <param name="Name">What the source called the rows.</param>
/// <param name="Place">Where the model was fitted.</param>
/// <param name="Steps">The fitted pipeline; columns and settings of its steps are not kept.</param>
/// <param name="Rows">The rows, by where they were loaded from.</param>
internal sealed record ModelSidecar(string Fingerprint, string Name, Place Place, IReadOnlyList<PipelineStep> Steps, IReadOnlyList<RememberedContent> Rows)
{
    private const string Format = "LeakageAnalyzers model rows 1";

    /// <summary>The file that stands beside the model at <paramref name="modelPath"/>.</summary>
    public static string PathOf(string modelPath) => modelPath + ".leakage";

    /// <summary>The fingerprint of a file.</summary>
    public static string FingerprintOf(string modelPath)
    {
        using var hash = SHA256.Create();
        using var stream = File.OpenRead(modelPath);
        return string.Concat(hash.ComputeHash(stream).Select(value => value.ToString("x2", CultureInfo.InvariantCulture)));
    }

    /// <summary>Reads the file; null where there is none.</summary>
    /// <exception cref="InvalidDataException">It is of another model, or is no such file.</exception>
    public static ModelSidecar? Read(string modelPath)
    {
        var path = PathOf(modelPath);
        if (!File.Exists(path))
        {
            return null;
        }

        using var reader = new BinaryReader(File.OpenRead(path));
        try
        {
            var sidecar = reader.ReadString() == Format ? Read(reader) : throw new InvalidDataException($"'{path}' was not written by this version of LeakageAnalyzers.");
            return sidecar.Fingerprint == FingerprintOf(modelPath) ? sidecar : throw new InvalidDataException(
                $"'{path}' belongs to another model: '{modelPath}' has changed since the guard saved it. Save it by the guard, or delete the file.");
        }
        catch (Exception failure) when (failure is EndOfStreamException or FormatException or ArgumentException or OverflowException)
        {
            throw new InvalidDataException($"'{path}' is cut off or damaged.", failure);
        }
    }

    /// <summary>Writes the file, whole or not at all.</summary>
    public void Write(string modelPath)
    {
        var path = PathOf(modelPath);
        var unfinished = $"{path}.{Guid.NewGuid():N}";
        try
        {
            using (var writer = new BinaryWriter(File.Create(unfinished)))
            {
                Write(writer);
            }

            File.Delete(path);
            File.Move(unfinished, path);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private static ModelSidecar Read(BinaryReader reader)
    {
        var (fingerprint, name) = (reader.ReadString(), reader.ReadString());
        var place = new Place(reader.ReadString(), reader.ReadInt32());
        var steps = Repeat(reader, () => new PipelineStep(
            reader.ReadString(), (StepClass)reader.ReadInt32(), (LearningTask)reader.ReadInt32(), EquatableList<string>.Empty, EquatableList<string>.Empty, null, place));
        var rows = Repeat(reader, () => new RememberedContent(
            Repeat(reader, reader.ReadString), [.. Repeat(reader, () => new ContentHash(reader.ReadUInt64(), reader.ReadUInt64()))]));
        return new ModelSidecar(fingerprint, name, place, steps, rows);
    }

    private static List<T> Repeat<T>(BinaryReader reader, Func<T> read)
    {
        var items = new List<T>();
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            items.Add(read());
        }

        return items;
    }

    private void Write(BinaryWriter writer)
    {
        writer.Write(Format);
        writer.Write(Fingerprint);
        writer.Write(Name);
        writer.Write(Place.FilePath);
        writer.Write(Place.Line);
        writer.Write(Steps.Count);
        foreach (var step in Steps)
        {
            writer.Write(step.Name);
            writer.Write((int)step.Class);
            writer.Write((int)step.Task);
        }

        writer.Write(Rows.Count);
        foreach (var rows in Rows)
        {
            writer.Write(rows.Columns.Count);
            rows.Columns.ToList().ForEach(writer.Write);
            writer.Write(rows.Hashes.Count);
            foreach (var hash in rows.Hashes)
            {
                writer.Write(hash.Low);
                writer.Write(hash.High);
            }
        }
    }
}
