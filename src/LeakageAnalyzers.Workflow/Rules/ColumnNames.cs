using LeakageAnalyzers.Workflow.Rows;

namespace LeakageAnalyzers.Workflow.Rules;

/// <summary>Which columns play a role: those that their author declared to, else those whose names say so.</summary>
public abstract class ColumnNames
{
    private readonly ColumnNamePatterns _patterns;
    private readonly ColumnRoles _role;

    private protected ColumnNames(ColumnNamePatterns patterns, ColumnRoles role) => (_patterns, _role) = (patterns, role);

    /// <summary>The column of <paramref name="schema"/> that plays the role, or null: a declared one wins over names; a column computed from others plays none.</summary>
    public virtual Column? FindIn(RowSchema schema) =>
        schema.Columns.FirstOrDefault(IsDeclared) ?? schema.Columns.FirstOrDefault(column => !column.IsDerived && IsNamed(column));

    /// <summary>Whether <paramref name="column"/> plays the role; null plays none.</summary>
    public bool Includes(Column? column) => column is not null && (column.Roles == ColumnRoles.None ? IsNamed(column) : IsDeclared(column));

    /// <summary>Whether a column of this <paramref name="name"/> plays the role, by the user's patterns or else by default.</summary>
    public bool IncludesName(string name) => _patterns.Decide(name) ?? IsDefaultName(ColumnNameWords.Of(name));

    /// <summary>Whether <paramref name="column"/> is declared to play the role.</summary>
    protected bool IsDeclared(Column column) => column.Roles.HasFlag(_role);

    /// <summary>Whether the user says that <paramref name="column"/> plays the role, by declaring it or by a pattern.</summary>
    private protected bool IsAskedFor(Column column) => IsDeclared(column) || _patterns.Decide(column.Name) == true;

    /// <summary>Whether nothing is declared of <paramref name="column"/> and its name and type speak for the role.</summary>
    protected bool IsNamed(Column column) => column.Roles == ColumnRoles.None && FitsType(column.Type) && (_patterns.Decide(column.Name) ?? IsDefault(column));

    /// <summary>Whether <paramref name="column"/>, of which the user says nothing, plays the role.</summary>
    private protected virtual bool IsDefault(Column column) => IsDefaultName(ColumnNameWords.Of(column.Name));

    /// <summary>Whether a column of this type can play the role without being declared to.</summary>
    protected abstract bool FitsType(ColumnType type);

    /// <summary>Whether a name of these lower-case <paramref name="words"/> speaks for the role.</summary>
    protected abstract bool IsDefaultName(IReadOnlyList<string> words);

    /// <summary>The words of a list.</summary>
    private protected static HashSet<string> Words(string words) => new(words.Split(' '), StringComparer.Ordinal);
}
