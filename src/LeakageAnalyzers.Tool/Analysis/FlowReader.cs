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
    private readonly Dictionary<RowProvenance, int> _lanes = [];
    private readonly List<RowProvenance> _opened = [];
    private readonly List<FlowStep> _steps = [];
    private readonly Dictionary<string, int> _fits = [];

    private FlowReader(ReadProgram program) => _program = program;

    /// <summary>Every workflow that trains, splits or tests, each once.</summary>
    public static IReadOnlyList<RowFlow> Read(ReadProgram program, ProgramModel model)
    {
        var flows = from entry in model.Interpreted
                    from trace in entry.Value.All
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
            case Loaded loaded:
                Add(PlaceRole.Loaded, place, loaded.Rows, "", [], null);
                break;
            case Split split:
                Add(PlaceRole.Split, place, split.Input, "", [split.Train, split.Test], null);
                break;
            case CrossValidated validation:
                Add(PlaceRole.CrossValidated, place, validation.Rows, Names(validation.Steps), [], null);
                break;
            case Fitted fit:
                _fits[fit.Model.Id] = Add(fit.Model.HasTrainer ? PlaceRole.Trained : PlaceRole.Fitted, place, fit.Model.TrainedOn, Names(fit.Model.Steps), [], null);
                break;
            case Transformed transformed when !transformed.Model.HasTrainer:
                Add(PlaceRole.Transformed, place, transformed.Input, "", [], FitOf(transformed.Model));
                break;
            case Evaluated evaluated:
                Add(PlaceRole.Tested, place, evaluated.Rows, "", [], FitOf(evaluated.Model));
                break;
        }
    }

    /// <summary>Adds a step, or finds the one that the same code made before: rows of a second run go the ways of the first.</summary>
    /// <returns>The number of the step.</returns>
    private int Add(PlaceRole role, CodePlace place, RowSet rows, string detail, IReadOnlyList<RowSet> parts, int? model)
    {
        var known = _steps.FindIndex(step => step.Role == role && step.Place == place);
        if (known >= 0)
        {
            var step = _steps[known];
            _lanes.TryAdd(rows.Provenance, step.Lane);
            foreach (var (part, lane) in parts.Zip(step.Opens))
            {
                _lanes.TryAdd(part.Provenance, lane);
            }

            return known;
        }

        var input = LaneOf(rows);
        var opens = parts.Where(part => !_lanes.ContainsKey(part.Provenance)).Select(part => Open(part.Provenance)).ToList();
        _steps.Add(new FlowStep(role, place, input, detail, opens, model));
        return _steps.Count - 1;
    }

    private int? FitOf(FittedModel? model) => model is not null && _fits.TryGetValue(model.Id, out var step) ? step : null;

    // Rows without a lane of their own are drawn on the narrowest one that they are cut from: a fold on that of all folds.
    private int LaneOf(RowSet rows) =>
        _lanes.TryGetValue(rows.Provenance, out var lane) ? lane
        : _opened.FindLast(rows.Provenance.IsCutFrom) is { } whole ? _lanes[whole]
        : Open(rows.Provenance);

    private int Open(RowProvenance rows)
    {
        _opened.Add(rows);
        return _lanes[rows] = _opened.Count - 1;
    }

    private static string Names(IEnumerable<PipelineStep> steps)
    {
        var names = steps.Select(step => step.Name).ToList();
        return names.Count <= LongestDetail ? string.Join(", ", names) : $"{string.Join(", ", names.Take(LongestDetail - 1))} … {names[^1]}";
    }
}
