using LeakageAnalyzers.Interpreter.Values;
using LeakageAnalyzers.MlNet;

namespace LeakageAnalyzers.Interpreter.Calls;

/// <summary>A call of a method that the table knows.</summary>
internal sealed class LibraryCall
{
    private const int LongestName = 40;

    public LibraryCall(Evaluator evaluator, IInvocationOperation operation, CatalogRow row, AbstractValue? instance, Arguments arguments)
    {
        Evaluator = evaluator;
        Operation = operation;
        Row = row;
        Instance = instance;
        Arguments = arguments;
    }

    public Evaluator Evaluator { get; }

    public IInvocationOperation Operation { get; }

    public CatalogRow Row { get; }

    public AbstractValue? Instance { get; }

    public Arguments Arguments { get; }

    public IMethodSymbol Method => Operation.TargetMethod;

    public LearningTask Task => Row.Task == LearningTask.None ? Catalog.TaskOf(Method) : Row.Task;

    public Place Place => Evaluator.Engine.PlaceOf(Operation);

    /// <summary>Where what it does is reported, which is where it stands or where a helper without a call of ML.NET is called.</summary>
    public Place Shown => Places.Shown(Evaluator, Operation);

    /// <summary>Names what this call makes, in this activation and iteration.</summary>
    public string Site => Evaluator.Site(Operation);

    /// <summary>The receiver and the arguments, each with its operation: how extension methods and instance methods look alike.</summary>
    public IEnumerable<(IOperation Operation, AbstractValue Value)> Operands
    {
        get
        {
            if (Operation.Instance is not null && Instance is not null)
            {
                yield return (Operation.Instance, Instance);
            }

            foreach (var (argument, value) in Arguments)
            {
                yield return (argument.Value, value);
            }
        }
    }

    /// <summary>What the call works on: the first argument of a catalog's methods and of extension methods, else the receiver.</summary>
    public (IOperation Operation, AbstractValue Value) Subject
    {
        get
        {
            var arguments = Arguments.All;
            if (arguments.Count == 0 || !(Instance is null || Instance is ContextValue || MlTypes.IsOfInterest(Method.ContainingType)))
            {
                return Operands.First();
            }

            var first = arguments.Count > 1 && arguments[0].Value is ContextValue ? arguments[1] : arguments[0];
            return (first.Operation.Value, first.Value);
        }
    }

    public AbstractValue Unknown(string reason) => Evaluator.Unknown(Operation, reason);

    /// <summary>An item of <paramref name="collection"/> of which nothing is known but that it is one of them.</summary>
    public UnknownValue UnknownItem(AbstractValue collection) => Evaluator.Unknown(Operation, "an item of an unknown collection") with { RowOf = (collection as RowsValue)?.Rows };

    /// <summary>The rows in the argument for <paramref name="parameter"/>, or in the first that holds rows; null where there are none.</summary>
    public RowSet? Rows(string? parameter = null)
    {
        foreach (var (operation, value) in Operands)
        {
            if (parameter is null ? IsRows(operation, value) : (operation.Parent as IArgumentOperation)?.Parameter?.Name == parameter && value is not ConstantValue)
            {
                return RowsOf(operation, value);
            }
        }

        return null;
    }

    /// <summary><paramref name="value"/> seen as rows: where only its identity is known, it is an origin of its own.</summary>
    public static RowSet RowsOf(IOperation operation, AbstractValue value)
    {
        var rows = value is RowsValue known
            ? known.Rows
            : new RowSet(new SymbolicRows(new RowPath(new Origin(value.Identity, OriginKind.Opaque), EquatableList<RowStep>.Empty)), "", RowSchema.Unknown) { OneRowPer = (value as UnknownValue)?.OneRowPer };
        return rows with { Name = NameOf(operation) };
    }

    /// <summary>Whether <paramref name="value"/> is the collection of <paramref name="rows"/>.</summary>
    public static bool Holds(AbstractValue value, RowSet rows) => value switch
    {
        RowsValue known => known.Rows.Equals(rows),
        UnknownValue or ObjectValue => rows.Provenance is SymbolicRows { Paths: [{ Steps.Count: 0, Origin: { Kind: OriginKind.Opaque, Key: var key } }] } && key == value.Identity,
        _ => false,
    };

    private static bool IsRows(IOperation operation, AbstractValue value) =>
        value is RowsValue || (value is UnknownValue && MlTypes.IsDataView(TypeBeforeConversion(operation)));

    private static ITypeSymbol? TypeBeforeConversion(IOperation operation) =>
        operation is IConversionOperation conversion ? TypeBeforeConversion(conversion.Operand) : operation.Type;

    private static string NameOf(IOperation operation)
    {
        var text = operation.Syntax.Span.Length <= LongestName ? operation.Syntax.ToString() : "";
        return text.Length > 0 && !text.Contains('\n') ? text : "the rows";
    }
}
