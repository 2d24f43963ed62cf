using LeakageAnalyzers.Interpreter.Calls;
using LeakageAnalyzers.Interpreter.Values;

namespace LeakageAnalyzers.Interpreter.Transfer;

/// <summary>Says what an operation does to a state, and what its value is.</summary>
internal delegate AbstractValue Transfer(Evaluator evaluator, IOperation operation);

/// <summary>Finds what the interpreter does with each kind of operation. A kind that is not here evaluates its operands and is unknown.</summary>
internal static class Transfers
{
    // Named since Roslyn 4.10; the interpreter is built on an older one and reads it by number.
    internal const OperationKind CollectionExpression = (OperationKind)0x7f;

    private static readonly ImmutableArray<Transfer> ByKind = Table(new Dictionary<OperationKind, Transfer>
    {
        [OperationKind.LocalReference] = References.Local,
        [OperationKind.ParameterReference] = References.Parameter,
        [OperationKind.FlowCaptureReference] = References.Capture,
        [OperationKind.InstanceReference] = References.Instance,
        [OperationKind.FieldReference] = MemberReferences.Field,
        [OperationKind.PropertyReference] = MemberReferences.Property,
        [OperationKind.ArrayElementReference] = References.ArrayElement,
        [OperationKind.FlowCapture] = Assignments.Capture,
        [OperationKind.SimpleAssignment] = Assignments.Simple,
        [OperationKind.YieldReturn] = Iterators.Yield,
        [OperationKind.EventAssignment] = Assignments.Event,
        [OperationKind.EventReference] = MemberReferences.Event,
        [OperationKind.DeconstructionAssignment] = Assignments.Deconstruction,
        [OperationKind.CompoundAssignment] = Assignments.Compound,
        [OperationKind.Increment] = Assignments.Step,
        [OperationKind.Decrement] = Assignments.Step,
        [OperationKind.ExpressionStatement] = PassThrough.ExpressionStatement,
        [OperationKind.Conversion] = PassThrough.Conversion,
        [OperationKind.Parenthesized] = PassThrough.Parenthesized,
        [OperationKind.Await] = PassThrough.Await,
        [OperationKind.Argument] = PassThrough.Argument,
        [OperationKind.DefaultValue] = PassThrough.Default,
        [OperationKind.ArrayCreation] = Creations.Array,
        [OperationKind.ArrayInitializer] = Creations.Initializer,
        [OperationKind.Tuple] = Creations.Tuple,
        [CollectionExpression] = Creations.Collection,
        [OperationKind.None] = Creations.Collection,
        [OperationKind.ObjectCreation] = Creations.Object,
        [OperationKind.AnonymousObjectCreation] = Creations.Anonymous,
        [OperationKind.DelegateCreation] = Functions.Delegate,
        [OperationKind.MethodReference] = Functions.Method,
        [OperationKind.FlowAnonymousFunction] = Functions.Lambda,
        [OperationKind.Binary] = Arithmetic.Binary,
        [OperationKind.Unary] = Arithmetic.Unary,
        [OperationKind.IsPattern] = Patterns.IsPattern,
        [OperationKind.IsNull] = Arithmetic.IsNull,
        [OperationKind.TypeOf] = PassThrough.TypeOf,
        [OperationKind.Range] = Arithmetic.Range,
        [OperationKind.TranslatedQuery] = PassThrough.Query,
        [OperationKind.ImplicitIndexerReference] = MemberReferences.ImplicitIndexer,
        [OperationKind.InterpolatedString] = Arithmetic.InterpolatedString,
        [OperationKind.Invocation] = Invocations.Evaluate,
    });

    public static Transfer Of(OperationKind kind) => (int)kind < ByKind.Length ? ByKind[(int)kind] : Unknown;

    private static ImmutableArray<Transfer> Table(Dictionary<OperationKind, Transfer> transfers) =>
        Enumerable.Range(0, transfers.Keys.Max(kind => (int)kind) + 1).Select(kind => transfers.TryGetValue((OperationKind)kind, out var transfer) ? transfer : Unknown).ToImmutableArray();

    private static AbstractValue Unknown(Evaluator evaluator, IOperation operation) => evaluator.EvaluateOperands(operation);
}
