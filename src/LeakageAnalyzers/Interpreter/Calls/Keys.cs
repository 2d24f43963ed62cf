using LeakageAnalyzers.Interpreter.Values;

namespace LeakageAnalyzers.Interpreter.Calls;

/// <summary>What selectors of keys read of an item.</summary>
internal static class Keys
{
    /// <summary>The one column that <paramref name="key"/> is computed from, such as <c>visit => visit.PatientId.Trim()</c>, so that items that agree in it have one key; null where there is none.</summary>
    public static string? ColumnOf(FunctionValue? key) => key is { Body: not null, Method.Parameters: [var item, ..] } && !Draws.IsDrawn(key) ? ColumnIn(key.Operations, item) : null;

    /// <summary>The one column that <paramref name="operations"/> read of <paramref name="item"/>; null where they read several, none, or the item as a whole.</summary>
    public static string? ColumnIn(IReadOnlyList<IOperation> operations, IParameterSymbol item)
    {
        var read = operations.OfType<IParameterReferenceOperation>().Where(parameter => SymbolEqualityComparer.Default.Equals(parameter.Parameter, item)).Select(MemberOf).Distinct(SymbolEqualityComparer.Default).ToList();
        return read is [{ } member] && !operations.Any(operation => operation is IFlowAnonymousFunctionOperation) ? Schemas.NameOfColumn(member) : null;
    }

    /// <summary>Whether <paramref name="column"/> goes into <paramref name="key"/>, be it with others.</summary>
    public static bool Reads(FunctionValue? key, Column? column) => column is not null && key?.Operations.OfType<IMemberReferenceOperation>().Any(member => Schemas.NameOfColumn(member.Member) == column.Name) == true;

    private static ISymbol? MemberOf(IOperation item) => item.Parent is IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol { IsIndexer: false } } member ? member.Member : null;
}
