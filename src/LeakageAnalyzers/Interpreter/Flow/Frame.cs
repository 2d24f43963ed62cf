using System.Globalization;
using LeakageAnalyzers.Interpreter.Values;

namespace LeakageAnalyzers.Interpreter.Flow;

/// <summary>What all runs of one body under one call string share: its loops, and the names of what it makes.</summary>
internal sealed class Frame
{
    private readonly string?[]? _tags;
    private readonly int _blocks;
    private Dictionary<string, FrameNames>? _names;
    private FrameNames? _namesOutsideLoops;
    private JoinPoint?[]? _points;
    private JoinPoint? _exit;
    private LastReads? _lastReads;

    public Frame(ControlFlowGraph graph, string callString)
    {
        CallString = callString;
        Loops = new Loops(graph, callString);
        Forks = new Forks(graph, Loops, callString);
        _blocks = graph.Blocks.Length;
        _tags = Loops.Any ? new string?[_blocks] : null;
    }

    /// <summary>The call sites that led here; part of the name of everything that is made here.</summary>
    public string CallString { get; }

    /// <summary>The loops of the graph.</summary>
    public Loops Loops { get; }

    /// <summary>The forks of the graph.</summary>
    public Forks Forks { get; }

    /// <summary>The tags that ids made in <paramref name="block"/> bear, outermost loop first.</summary>
    public string TagsAt(BasicBlock block) => _tags is null ? "" : _tags[block.Ordinal] ??= Loops.TagsAt(block);

    /// <summary>What paths disagree on that meet at <paramref name="block"/>.</summary>
    public JoinPoint PointAt(BasicBlock block) => (_points ??= new JoinPoint?[_blocks])[block.Ordinal] ??= new JoinPoint($"{CallString}block{block.Ordinal}{TagsAt(block)}:");

    /// <summary>Names the end of the body.</summary>
    public string ExitName => CallString + "exit";

    /// <summary>What paths disagree on that meet at the end of the body.</summary>
    public JoinPoint Exit => _exit ??= new JoinPoint(ExitName);

    /// <summary>Where the variables of the body, which belongs to <paramref name="owner"/>, are read for the last time.</summary>
    public LastReads LastReadsOf(ISymbol owner, ControlFlowGraph graph) => _lastReads ??= new LastReads(owner, graph, Loops);

    /// <summary>The states that the body was run in so far, each with what came of it; null where it was given up.</summary>
    public List<(State Entry, CallResult? Result)> Runs { get; } = [];

    /// <summary>The names of what is made under the tags of some loops.</summary>
    public FrameNames NamesUnder(string tags)
    {
        if (tags.Length == 0)
        {
            return _namesOutsideLoops ??= new FrameNames(CallString, tags);
        }

        _names ??= new(StringComparer.Ordinal);
        return _names.TryGetValue(tags, out var names) ? names : _names[tags] = new FrameNames(CallString, tags);
    }
}

/// <summary>Names of what operations make in one frame and one iteration of its loops; each is built once.</summary>
internal sealed class FrameNames
{
    private readonly string _callString;
    private readonly string _tags;
    private readonly Dictionary<IOperation, string> _sites = [];
    private readonly Dictionary<IOperation, UnknownValue> _unknown = [];
    private Dictionary<IOperation, UnknownValue>? _unfollowed;
    private (SyntaxTree? Tree, string Prefix) _file = (null, "");

    public FrameNames(string callString, string tags) => (_callString, _tags, Prefix) = (callString, tags, callString + tags);

    /// <summary>What all of these names have in common.</summary>
    public string Prefix { get; }

    /// <summary>Names what <paramref name="operation"/> makes.</summary>
    public string Site(IOperation operation)
    {
        if (!_sites.TryGetValue(operation, out var site))
        {
            var syntax = operation.Syntax;
            site = FileOf(syntax.SyntaxTree) + syntax.SpanStart.ToString(CultureInfo.InvariantCulture) + "-" + syntax.Span.End.ToString(CultureInfo.InvariantCulture);
            _sites[operation] = site = _tags.Length == 0 ? site : site + _tags;
        }

        return site;
    }

    // All of one body stands in one file.
    private string FileOf(SyntaxTree file)
    {
        if (_file.Tree != file)
        {
            _file = (file, _callString + System.IO.Path.GetFileName(file.FilePath) + ":");
        }

        return _file.Prefix;
    }

    /// <summary>A value of which only the place of birth is known.</summary>
    public UnknownValue Unknown(IOperation operation, string reason)
    {
        if (!_unknown.TryGetValue(operation, out var unknown))
        {
            _unknown[operation] = unknown = new UnknownValue(reason, "?" + Site(operation));
        }

        return unknown.Reason == reason ? unknown : unknown with { Reason = reason };
    }

    /// <summary>The value of a call that is not followed.</summary>
    public UnknownValue Unfollowed(IInvocationOperation call)
    {
        _unfollowed ??= [];
        if (!_unfollowed.TryGetValue(call, out var unknown))
        {
            _unfollowed[call] = unknown = new UnknownValue($"'{call.TargetMethod.Name}' is not followed", "?" + Site(call));
        }

        return unknown;
    }
}
