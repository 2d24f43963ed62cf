using LeakageAnalyzers.Runtime.Guard.Rows;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace LeakageAnalyzers.Runtime.Guard.Content;

/// <summary>
/// Recognizes rows that lost their ids, by their values: a cached view, rows that were enumerated and loaded again, a file that was loaded twice.
/// </summary>
internal sealed class SourceIdentity(Func<IReadOnlyList<KnownView>> knownViews)
{
    private readonly Dictionary<RowSource, IReadOnlyDictionary<DataViewRowId, DataViewRowId>?> _answers = [];

    /// <summary>Where the rows of <paramref name="source"/> were seen before, by their ids; null where they are its own.</summary>
    public IReadOnlyDictionary<DataViewRowId, DataViewRowId>? Of(RowSource source)
    {
        if (!_answers.TryGetValue(source, out var answer))
        {
            var candidates = Candidates(source).ToList();
            _answers[source] = answer = candidates
                .Select(candidate => ContentMatch.Find(source.View, candidate.View, candidate.Columns))
                .FirstOrDefault(found => found is not null) ?? (source.IsWatched ? Overlap(source, candidates) : null);
        }

        return answer;
    }

    // What a user watches may overlap with what was watched before: the view that shares most.
    private static IReadOnlyDictionary<DataViewRowId, DataViewRowId>? Overlap(RowSource source, IEnumerable<(IDataView View, IReadOnlyList<string> Columns)> candidates) => candidates
        .Select(candidate => ContentMatch.FindSome(source.View, candidate.View, candidate.Columns))
        .OfType<IReadOnlyDictionary<DataViewRowId, DataViewRowId>>()
        .OrderByDescending(found => found.Count)
        .FirstOrDefault();

    // The view that explains most columns is the one that the rows were taken from; of equals, the one that is transformed least.
    private IEnumerable<(IDataView View, IReadOnlyList<string> Columns)> Candidates(RowSource source) => knownViews()
        .Where(known => known.Order < source.Order)
        .OrderBy(known => known.Order)
        .Select(known => (known.View, Columns: ContentMatch.CommonColumns(source.View, known.View)))
        .Where(candidate => Explains(candidate.Columns.Count, source))
        .OrderByDescending(candidate => candidate.Columns.Count);

    // What a user watches is taken for new rows unless all of it is known; a view met on the way may have been computed upon.
    private static bool Explains(int columns, RowSource source)
    {
        var visible = source.View.Schema.Count(column => !column.IsHidden);
        return columns > 0 && (source.IsWatched ? columns == visible : 2 * columns >= visible);
    }
}
