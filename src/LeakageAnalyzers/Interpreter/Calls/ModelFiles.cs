using LeakageAnalyzers.Interpreter.Values;

namespace LeakageAnalyzers.Interpreter.Calls;

/// <summary>Models saved under a path, directly or through a stream, and loaded by the same path.</summary>
internal static class ModelFiles
{
    private const string Models = "model files";

    // A stream is known by the path it was opened by.
    private static readonly string[] PathParameters = ["filePath", "stream", "path"];

    public static AbstractValue Save(LibraryCall call)
    {
        if (PathOf(call) is { } path && call.Arguments["model"] is { } model)
        {
            call.Evaluator.State.SetMember(Models, path, model);
        }

        return call.Unknown("nothing");
    }

    public static AbstractValue Load(LibraryCall call) =>
        PathOf(call) is { } path && call.Evaluator.State.Member(Models, path) is { } model ? model : call.Unknown("a model from a file");

    /// <summary>A stream: what it reads and writes is what its path names.</summary>
    public static AbstractValue Open(AbstractValue? path) =>
        path is null ? new UnknownValue("a stream", "a stream") : new UnknownValue("a stream", path.Identity);

    private static string? PathOf(LibraryCall call) => PathParameters.Select(name => call.Arguments[name]).FirstOrDefault(value => value is not null)?.Identity;
}
