using Microsoft.ML;
using Microsoft.ML.Data;

namespace LeakageAnalyzers.Runtime.Tests.Guard;

/// <summary>An estimator whose fit reads its rows with several cursors on as many threads, and learns nothing.</summary>
internal sealed class ReadsInParallel(int cursors) : IEstimator<ITransformer>
{
    public ITransformer Fit(IDataView input)
    {
        RowsOf(input, cursors);
        return new TransformerChain<ITransformer>();
    }

    public SchemaShape GetOutputSchema(SchemaShape inputSchema) => inputSchema;

    /// <summary>How many rows the cursors of one set yield together.</summary>
    public static int RowsOf(IDataView view, int cursors) => view.GetRowCursorSet([], cursors).AsParallel().WithDegreeOfParallelism(cursors).Sum(cursor =>
    {
        using (cursor)
        {
            var rows = 0;
            while (cursor.MoveNext())
            {
                rows++;
            }

            return rows;
        }
    });
}
