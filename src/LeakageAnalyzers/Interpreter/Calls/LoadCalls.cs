using LeakageAnalyzers.Interpreter.Transfer;
using LeakageAnalyzers.Interpreter.Values;
using LeakageAnalyzers.MlNet;

namespace LeakageAnalyzers.Interpreter.Calls;

/// <summary>Calls that bring rows in.</summary>
internal static class LoadCalls
{
    /// <summary>Rows of the file that the path names: equal paths are one origin.</summary>
    public static AbstractValue File(LibraryCall call) => From(call, Schemas.OfLoader(call));

    /// <summary>Something that loads.</summary>
    public static AbstractValue Loader(LibraryCall call) => new LoaderValue(Schemas.OfLoader(call));

    /// <summary>Rows of what the loader is given.</summary>
    public static AbstractValue Load(LibraryCall call)
    {
        var loader = call.Operands.Select(operand => operand.Value).OfType<LoaderValue>().FirstOrDefault();
        return From(call, loader?.Schema ?? RowSchema.Unknown);
    }

    /// <summary>A view of row objects.</summary>
    public static AbstractValue Rows(LibraryCall call)
    {
        var (argument, given) = call.Arguments.All[0];
        var value = given is ConstantValue ? call.Unknown("no rows") : given;
        var schema = call.Arguments[Parameters.SchemaDefinition] is null or ConstantValue ? Schemas.OfRowType(call.Method.TypeArguments.FirstOrDefault()) : RowSchema.Unknown;
        var rows = LibraryCall.RowsOf(argument.Value, value);
        return Loaded(call, rows with
        {
            Schema = schema,
            AtMost = (value as RowsValue)?.Rows.AtMost ?? RowCounts.Of(call.Evaluator, value),
            View = new ViewedCollection(Collections.NameOf(value), rows.Name, call.Place),
        });
    }

    private static RowsValue From(LibraryCall call, RowSchema schema)
    {
        var source = Parameters.OfSource.Select(name => call.Arguments[name]).FirstOrDefault(value => value is not null);
        source = source is SequenceValue { Items: { Count: 1 } single } ? single[0] : source;
        if (SavedFiles.RowsIn(call, source) is { } saved)
        {
            return Loaded(call, schema.IsComplete ? saved.Rows with { Schema = schema } : saved.Rows);
        }

        var origin = source is ConstantValue { Value: string path }
            ? new Origin($"file \"{path}\"", OriginKind.NamedSource)
            : new Origin("file " + (source?.Identity ?? call.Site), OriginKind.Opaque);
        return Loaded(call, new RowSet(new SymbolicRows(new RowPath(origin, EquatableList<RowStep>.Empty)), "", schema));
    }

    private static RowsValue Loaded(LibraryCall call, RowSet rows)
    {
        call.Evaluator.Emit(new Loaded(call.Place, rows));
        return new RowsValue(rows);
    }
}
