using LeakageAnalyzers.Interpreter.Entries;
using LeakageAnalyzers.Tool.Programs;
using LeakageAnalyzers.Workflow.Rows;
using LeakageAnalyzers.Workflow.Rules;
using LeakageAnalyzers.Workflow.Trace;
using Microsoft.CodeAnalysis;

namespace LeakageAnalyzers.Tool.Analysis;

/// <summary>Reads the flow of rows off what the interpreter saw.</summary>
internal sealed class FlowReader
{
    private const int LongestDetail = 3;

    private readonly ReadProgram _program;
    private readonly List<RowProvenance> _lanes = [];
    private readonly List<FlowStep> _steps = [];
    private readonly Dictionary<string, int> _fits = [];

    private FlowReader(ReadProgram program) => _program = program;

    /// <summary>Every workflow that trains, splits or tests, each once.</summary>
    public static IReadOnlyList<RowFlow> Read(ReadProgram program, ProgramModel model)
    {
        var flows = from entry in model.Interpreted
                    from trace in entry.Value.Traces
                    let steps = new FlowReader(program).Read(trace)
                    where steps.Any(step => step.Role is not (PlaceRole.Loaded or PlaceRole.Transformed))
                    orderby steps[0].Place.File, steps[0].Place.FileLine, steps.Count descending
                    select new RowFlow(entry.Key.Name is "Program" or "" or "<invalid-global-code>" ? Path.GetFileName(steps[0].Place.File) : entry.Key.Name, steps);
        var seen = new HashSet<CodePlace>();
        return [.. flows.ToList().Where(flow => flow.Steps.Select(step => seen.Add(step.Place)).ToList().Contains(true))];
    }

    private List<FlowStep> Read(WorkflowTrace trace)
    {
        foreach (var happened in trace.Events)
        {
            if (happened.Place.Handle is not Location { SourceTree: { } tree } location || _program.FileOf(tree)?.PlaceOf(location.SourceSpan) is not { } place)
            {
                continue;
            }

            Add(happened, place);
        }

        return _steps;
    }

    private void Add(WorkflowEvent happened, CodePlace place)
    {
        switch (happened)
        {
            case Loaded loaded when !_lanes.Contains(loaded.Rows.Provenance):
                _steps.Add(new FlowStep(PlaceRole.Loaded, place, LaneOf(loaded.Rows), "", [], null));
                break;
            case Split split:
                var input = LaneOf(split.Input);
                var opened = new[] { split.Train, split.Test }.Where(part => !_lanes.Contains(part.Provenance)).Select(LaneOf).ToList();
                _steps.Add(new FlowStep(PlaceRole.Split, place, input, "", opened, null));
                break;
            case CrossValidated validation:
                _steps.Add(new FlowStep(PlaceRole.CrossValidated, place, LaneOf(validation.Rows), Names(validation.Steps), [], null));
                break;
            case Fitted fit:
                _fits[fit.Model.Id] = _steps.Count;
                _steps.Add(new FlowStep(fit.Model.HasTrainer ? PlaceRole.Trained : PlaceRole.Fitted, place, LaneOf(fit.Model.TrainedOn), Names(fit.Model.Steps), [], null));
                break;
            case Transformed transformed when !transformed.Model.HasTrainer:
                _steps.Add(new FlowStep(PlaceRole.Transformed, place, LaneOf(transformed.Input), "", [], FitOf(transformed.Model)));
                break;
            case Evaluated evaluated:
                _steps.Add(new FlowStep(PlaceRole.Tested, place, LaneOf(evaluated.Rows), "", [], FitOf(evaluated.Model)));
                break;
        }
    }

    private int? FitOf(FittedModel? model) => model is not null && _fits.TryGetValue(model.Id, out var step) ? step : null;

    private int LaneOf(RowSet rows)
    {
        var lane = _lanes.IndexOf(rows.Provenance);
        if (lane < 0)
        {
            _lanes.Add(rows.Provenance);
            lane = _lanes.Count - 1;
        }

        return lane;
    }

    private static string Names(IEnumerable<PipelineStep> steps)
    {
        var names = steps.Select(step => step.Name).ToList();
        return names.Count <= LongestDetail ? string.Join(", ", names) : $"{string.Join(", ", names.Take(LongestDetail - 1))} … {names[^1]}";
    }
}
