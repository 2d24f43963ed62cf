using LeakageAnalyzers.Interpreter.Values;
using LeakageAnalyzers.MlNet;

namespace LeakageAnalyzers.Interpreter.Calls;

/// <summary>The columns that a loader or a row type gives.</summary>
internal static class Schemas
{
    /// <summary>The columns of the rows that <paramref name="call"/> loads: by its row type, its columns or its options.</summary>
    public static RowSchema OfLoader(LibraryCall call)
    {
        if (call.Method.TypeArguments.FirstOrDefault() is { } rowType)
        {
            return OfRowType(rowType);
        }

        var columns = call.Arguments[Parameters.Columns]
            ?? (call.Arguments[Parameters.Options] is ObjectValue options ? call.Evaluator.State.Member(options.Id, Catalog.ColumnsOption) : null);
        return columns is SequenceValue sequence && sequence.Items.All(item => item is ColumnValue)
            ? new RowSchema(EquatableList<Column>.From(sequence.Items.Cast<ColumnValue>().Select(item => item.Column)), true)
            : RowSchema.Unknown;
    }

    /// <summary>The columns of a row class: its public fields and properties under the names that ML.NET gives them.</summary>
    public static RowSchema OfRowType(ITypeSymbol? rowType)
    {
        if (rowType is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } || rowType.SpecialType != SpecialType.None)
        {
            return RowSchema.Unknown;
        }

        var columns = new List<Column>();
        for (ITypeSymbol? type = rowType; type is { SpecialType: SpecialType.None }; type = type.BaseType)
        {
            columns.AddRange(type.GetMembers().Where(IsColumn).Select(ColumnOf));
        }

        return new RowSchema(EquatableList<Column>.From(columns), true);
    }

    private static bool IsColumn(ISymbol member) =>
        member is { IsStatic: false, DeclaredAccessibility: Accessibility.Public }
        && member is IFieldSymbol { IsImplicitlyDeclared: false } or IPropertySymbol { IsIndexer: false, GetMethod: not null }
        && !HasAttribute(member, Catalog.NoColumnAttribute);

    /// <summary>The column that a field or property of a row class holds.</summary>
    public static string NameOfColumn(ISymbol member) => member.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.Name == Catalog.ColumnNameAttribute)?
        .ConstructorArguments.FirstOrDefault().Value as string ?? member.Name;

    /// <summary>The column that a member of a row class is.</summary>
    public static Column ColumnOf(ISymbol member) => new(NameOfColumn(member), TypeOf(member), RolesOf(member));

    private static ColumnType TypeOf(ISymbol member)
    {
        if (HasAttribute(member, Catalog.KeyTypeAttribute))
        {
            return ColumnType.Key;
        }

        var type = member is IFieldSymbol field ? field.Type : ((IPropertySymbol)member).Type;
        return type.SpecialType switch
        {
            SpecialType.System_String => ColumnType.Text,
            SpecialType.System_Boolean => ColumnType.Boolean,
            SpecialType.System_Single or SpecialType.System_Double => ColumnType.Real,
            >= SpecialType.System_SByte and <= SpecialType.System_UInt64 => ColumnType.WholeNumber,
            SpecialType.System_DateTime => ColumnType.Time,
            _ when type is IArrayTypeSymbol => ColumnType.Vector,
            _ => Catalog.TypeOfColumn(type),
        };
    }

    private static ColumnRoles RolesOf(ISymbol member) => member.GetAttributes().Select(attribute => attribute.AttributeClass).OfType<INamedTypeSymbol>()
        .Aggregate(ColumnRoles.None, (roles, attribute) => roles | Catalog.RoleOf(attribute));

    private static bool HasAttribute(ISymbol member, string name) => member.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == name);
}
