namespace LeakageAnalyzers.Agreement.Tests.Generated;

/// <summary>How a program writes down one step: the feature of the language through which the value goes.</summary>
internal enum CodeStyle
{
    Local,
    TypedLocal,
    HelperMethod,
    LocalFunction,
    Lambda,
    Field,
    Branch,
    Tuple,
    ListItem,
    DictionaryItem,
    Loop,
    TryFinally,
    LinqSelect,
    SwitchExpression,
    ObjectProperty,
    Record,
    AsyncMethod,
    TaskRun,
    Iterator,
    OutParameter,
    StepObject,
    Conditional,
    PatternVariable,
    WhileLoop,
    DelegateDictionary,
    ArrayItem,
    NullCoalescing,
    ExpressionProperty,
}
