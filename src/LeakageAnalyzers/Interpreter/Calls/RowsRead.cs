namespace LeakageAnalyzers.Interpreter.Calls;

/// <summary>The values of rows were handed out to code; what it makes of them is its own business. No rule asks for this: it decides what an estimator written in source learns.</summary>
/// <param name="Place">The call.</param>
/// <param name="Rows">The rows.</param>
/// <param name="IsKnown">Whether they were certainly read: a call that is not followed may or may not.</param>
internal sealed record RowsRead(Place Place, RowSet Rows, bool IsKnown) : WorkflowEvent(Place);
