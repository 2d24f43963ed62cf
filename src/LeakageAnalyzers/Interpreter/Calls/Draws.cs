using LeakageAnalyzers.Interpreter.Transfer;
using LeakageAnalyzers.Interpreter.Values;
using LeakageAnalyzers.MlNet;

namespace LeakageAnalyzers.Interpreter.Calls;

/// <summary>What draws random numbers each time it is read: LINQ is lazy, so its rows or their order are other ones at each pass.</summary>
internal static class Draws
{
    /// <summary>Whether <paramref name="function"/> gives a random value.</summary>
    public static bool IsDrawn(AbstractValue? function) =>
        function is FunctionValue { Body: not null } drawing && IsDrawn(drawing.Operations);

    // What runs is another thing each time where it draws from a generator that it does not seed itself.
    private static bool IsDrawn(IReadOnlyList<IOperation> operations) =>
        operations.Any(operation => operation is IInvocationOperation call && Catalog.IsRandom(call.TargetMethod))
        && !operations.Any(operation => operation is IObjectCreationOperation { Arguments.Length: > 0, Constructor: { } constructor } && Catalog.IsRandom(constructor));

    /// <summary>What <paramref name="make"/> makes of the rows, given the name of the draw; where <paramref name="isOfOrder"/>, all of them in another order.</summary>
    public static AbstractValue Of(LibraryCall call, Func<string, AbstractValue> make, bool isOfOrder = false)
    {
        var draw = new Draw(SymbolicId.LoopTag("draw " + call.Site), call.Place) { IsOfOrder = isOfOrder };
        return make(draw.Id) is RowsValue rows ? new RowsValue(rows.Rows with { Draw = rows.Rows.Draw is { IsOfOrder: false } earlier ? earlier : draw, SortedBy = null }) : CollectionCalls.Part(call);
    }

    /// <summary><paramref name="mapped"/>, which are drawn where each is made by chance and of no row.</summary>
    public static AbstractValue Picked(LibraryCall call, RowsValue mapped) =>
        call.Arguments[Parameters.Selector] is FunctionValue { Body: not null } selector && IsDrawn(selector) && !ReadsItsRow(selector)
            ? Of(call, drawn => mapped.With(mapped.Provenance.Then(new FilterStep(drawn))))
            : mapped;

    /// <summary>The rows that an iterator yields, which are other ones at each walk of one call of it; null where they are the same.</summary>
    public static RowsValue? OfIterator(IMethodSymbol iterator, ControlFlowGraph graph, string call)
    {
        // Rows are objects of a class of their own.
        if (iterator.ReturnType is not INamedTypeSymbol { TypeArguments: [INamedTypeSymbol { IsTupleType: false, DeclaringSyntaxReferences.IsEmpty: false }] } || !IsDrawn([.. Functions.OperationsWithin(graph)]))
        {
            return null;
        }

        var draw = new Draw(SymbolicId.LoopTag("draw " + call), null);
        return new RowsValue(new RowSet(new SymbolicRows(new RowPath(new Origin(draw.Id, OriginKind.Opaque), EquatableList<RowStep>.Empty)), "", RowSchema.Unknown) { Draw = draw });
    }

    // Noise that is added to a row leaves it the same row.
    private static bool ReadsItsRow(FunctionValue selector) => selector.Method.Parameters.Length > 0
        && selector.Method.Parameters[0].Type is { TypeKind: TypeKind.Class or TypeKind.Struct, SpecialType: SpecialType.None }
        && selector.Operations.Any(operation => operation is IParameterReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Parameter, selector.Method.Parameters[0]));
}
