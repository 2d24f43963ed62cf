using LeakageAnalyzers.Runtime.Guard.Events;
using LeakageAnalyzers.Runtime.Guard.Rows;
using LeakageAnalyzers.Runtime.Guard.Views;
using Microsoft.ML;

namespace LeakageAnalyzers.Runtime.Guard;

/// <summary>Rows that are given to a fit and note which of them it reads.</summary>
internal sealed class GivenRows
{
    private readonly string _name;
    private readonly RowRecorder _recorder = new();
    private readonly RecordingView _view;

    public GivenRows(Recorder recorder, IDataView rows, string name)
    {
        _name = name;
        _view = new RecordingView(recorder.Identify(rows, name), _recorder, hidesTags: true);
    }

    /// <summary>What was read.</summary>
    public ObservedRows Observed => new(CallerExpression.NameOf(_name), _view.Schema, _recorder);

    /// <summary>Runs <paramref name="fit"/>. What learns nothing may do without rows; what looks for rows has to find some.</summary>
    /// <exception cref="ArgumentException">It found none.</exception>
    public T Run<T>(Func<IDataView, T> fit)
    {
        T result;
        try
        {
            result = fit(_view);
        }
        catch (Exception failure) when (_recorder.FoundNothing)
        {
            throw Empty(failure);
        }

        return _recorder.FoundNothing ? throw Empty(null) : result;
    }

    private ArgumentException Empty(Exception? cause) => new($"'{_name}' holds no rows: nothing can be fitted on it.", cause);
}
