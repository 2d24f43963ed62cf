using LeakageAnalyzers.Workflow.Trace;

namespace LeakageAnalyzers.Workflow.Rows;

/// <summary>What a column holds, as far as splitting depends on it.</summary>
public enum ColumnType
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>Text.</summary>
    Text,

    /// <summary>Whole numbers.</summary>
    WholeNumber,

    /// <summary>Floating-point numbers.</summary>
    Real,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>An ML.NET key: an index into a dictionary of known size.</summary>
    Key,

    /// <summary>A date, a time or a duration.</summary>
    Time,

    /// <summary>A vector of values.</summary>
    Vector,
}

/// <summary>What an author declared a column to be, by an attribute of the runtime library. Declarations win over names.</summary>
[Flags]
public enum ColumnRoles
{
    /// <summary>Nothing declared.</summary>
    None = 0,

    /// <summary>Names the individual that several rows belong to.</summary>
    Group = 1,

    /// <summary>Says when the row was observed.</summary>
    Time = 2,

    /// <summary>Names the row itself.</summary>
    Identifier = 4,

    /// <summary>Is to be predicted.</summary>
    Label = 8,
}

/// <summary>One column of a row set.</summary>
/// <param name="Name">The name ML.NET knows it by; compared case-sensitively, as ML.NET does.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Roles">What its author declared it to be.</param>
/// <param name="DerivedFrom">The source columns its values are computed from; empty for a source column.</param>
public sealed record Column(string Name, ColumnType Type, ColumnRoles Roles, EquatableList<string> DerivedFrom)
{
    /// <summary>A column of the source.</summary>
    public Column(string name, ColumnType type = ColumnType.Unknown, ColumnRoles roles = ColumnRoles.None)
        : this(name, type, roles, EquatableList<string>.Empty)
    {
    }

    /// <summary>The columns that the step which computed it read, each as it was then; empty for a source column, and where that is not known.</summary>
    public EquatableList<ColumnInput> Inputs { get; init; } = EquatableList<ColumnInput>.Empty;

    /// <summary>Whether it was looked up in a table by its input, so that it says something else than its input does.</summary>
    public bool IsLookedUp { get; init; }

    /// <summary>Whether an estimator computed it.</summary>
    public bool IsDerived => DerivedFrom.Count > 0;

    /// <summary>Whether ML.NET cuts by its values where it is the sampling key: the lowest are the test rows.</summary>
    internal bool IsCutByValue => Type is ColumnType.Real or ColumnType.Key;
}

/// <summary>A column that another one is computed from.</summary>
/// <param name="Column">The column, as the step found it.</param>
/// <param name="Place">Where the step names it.</param>
public sealed record ColumnInput(Column Column, Place Place);
