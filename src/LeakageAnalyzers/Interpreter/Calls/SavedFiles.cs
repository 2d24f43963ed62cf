using LeakageAnalyzers.Interpreter.Values;
using LeakageAnalyzers.MlNet;

namespace LeakageAnalyzers.Interpreter.Calls;

/// <summary>Models and rows that are saved under a path, directly or through a stream, and loaded by the same path.</summary>
internal static class SavedFiles
{
    private const string Files = "files";

    /// <summary>Writes what the argument for <paramref name="parameter"/> holds.</summary>
    public static AbstractValue Save(LibraryCall call, string parameter)
    {
        if (PathOf(call) is { } path && call.Arguments[parameter] is { } saved)
        {
            call.Evaluator.State.SetMember(Files, path, saved);
        }

        return call.Unknown("nothing");
    }

    /// <summary>The model that stands in the file.</summary>
    public static AbstractValue LoadModel(LibraryCall call) =>
        PathOf(call) is { } path && call.Evaluator.State.Member(Files, path) is { } model ? model : call.Unknown("a model from a file");

    /// <summary>The rows that the program itself has written to what <paramref name="source"/> names; null where it has not.</summary>
    public static RowsValue? RowsIn(LibraryCall call, AbstractValue? source) => source is null ? null : call.Evaluator.State.Member(Files, source.Identity) as RowsValue;

    /// <summary>A stream: what it reads and writes is what its path names.</summary>
    public static AbstractValue Open(AbstractValue? path) =>
        path is null ? new UnknownValue("a stream", "a stream") : new UnknownValue("a stream", path.Identity);

    private static string? PathOf(LibraryCall call) => Parameters.OfFile.Select(name => call.Arguments[name]).FirstOrDefault(value => value is not null)?.Identity;
}
