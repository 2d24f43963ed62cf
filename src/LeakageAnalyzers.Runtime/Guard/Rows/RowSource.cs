using LeakageAnalyzers.Runtime.Guard.Views;
using Microsoft.ML;

namespace LeakageAnalyzers.Runtime.Guard.Rows;

/// <summary>A view whose row ids others are traced back to: one that the user watches, or one whose rows the guard meets for the first time on the way.</summary>
internal sealed class RowSource
{
    public RowSource(string name, IDataView view, int order, RowTags tags)
    {
        (Name, Order) = (name, order);
        View = new TaggedView(view, tags, tags.Mark(this));
    }

    /// <summary>What findings call it.</summary>
    public string Name { get; }

    /// <summary>When the guard met it.</summary>
    public int Order { get; }

    /// <summary>Its rows, tagged.</summary>
    public IDataView View { get; }

    /// <summary>Whether the user named it as the place where rows come from; otherwise its rows may be those of another source.</summary>
    public bool IsWatched { get; set; }

    /// <summary>The column that names the individual, where it was declared.</summary>
    public string? GroupColumn { get; set; }

    /// <summary>Tells sources apart.</summary>
    public string Key => FormattableString.Invariant($"{Name} #{Order}");

    /// <summary>Whether a column of a derived view is still the one that was loaded, as far as name and type tell.</summary>
    public bool Has(DataViewSchema.Column column) => View.Schema.GetColumnOrNull(column.Name) is { } own && own.Type.Equals(column.Type);
}
