using LeakageAnalyzers.Interpreter.Transfer;
using LeakageAnalyzers.Interpreter.Values;

namespace LeakageAnalyzers.Interpreter.Flow;

/// <summary>
/// Lists that a loop over rows adds some of them to. Where the condition never held such a list is empty, which is some of the rows too: the paths that added none and those that added some are one.
/// </summary>
internal sealed class PickedRows
{
    private readonly Dictionary<string, (ObjectValue List, RowsValue Rows)> _byList = new(StringComparer.Ordinal);

    /// <summary>Whether there are some.</summary>
    public bool Any => _byList.Count > 0;

    /// <summary>Notes that <paramref name="list"/>, which was empty, got one of the rows at <paramref name="site"/>. Only what a loop adds may be added or not.</summary>
    public void Note(string site, ObjectValue list, RowsValue rows)
    {
        if (SymbolicId.VariesMoreThan(site, list.Id))
        {
            _byList[list.Id] = (list, rows);
        }
    }

    /// <summary><paramref name="state"/> with the lists that are still empty in it filled.</summary>
    public State FilledIn(State state)
    {
        foreach (var (list, rows) in _byList.Values)
        {
            if (Collections.ItemsOf(state, list) is SequenceValue { Items.Count: 0 })
            {
                state = state.Copy();
                Collections.Fill(state, list, rows);
            }
        }

        return state;
    }
}
