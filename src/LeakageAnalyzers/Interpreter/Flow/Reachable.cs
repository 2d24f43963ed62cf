using LeakageAnalyzers.Interpreter.Values;

namespace LeakageAnalyzers.Interpreter.Flow;

/// <summary>Which of the objects that a loop has made something still leads to: the others would keep states apart that are alike.</summary>
internal static class Reachable
{
    /// <summary>The <paramref name="members"/> without those of objects of <paramref name="loop"/> that neither the <paramref name="roots"/> nor a member of another object lead to.</summary>
    public static ImmutableDictionary<(string Object, string Member), AbstractValue> From(
        IEnumerable<AbstractValue> roots, ImmutableDictionary<(string Object, string Member), AbstractValue> members, string loop)
    {
        var current = SymbolicId.LoopTag(loop);
        var earlier = SymbolicId.StartOver(current, loop);
        var ofLoop = members.Where(entry => entry.Key.Object.Contains(earlier) || entry.Key.Object.Contains(current)).ToLookup(entry => entry.Key.Object);
        if (ofLoop.Count == 0)
        {
            return members;
        }

        var reached = new HashSet<string>();
        var open = new Stack<AbstractValue>(roots.Concat(members.Where(entry => !ofLoop.Contains(entry.Key.Object)).Select(entry => entry.Value)));
        while (open.Count > 0)
        {
            var value = open.Pop();
            foreach (var part in PartsOf(value))
            {
                open.Push(part);
            }

            if (value is ObjectValue or UnknownValue && reached.Add(value.Identity))
            {
                foreach (var member in ofLoop[value.Identity])
                {
                    open.Push(member.Value);
                }
            }
        }

        return members.RemoveRange(ofLoop.Where(obj => !reached.Contains(obj.Key)).SelectMany(obj => obj.Select(entry => entry.Key)));
    }

    private static IEnumerable<AbstractValue> PartsOf(AbstractValue value) => value switch
    {
        SequenceValue sequence => sequence.Items,
        ManyValue many => [many.Item],
        EnumeratorValue enumerator => [enumerator.Source],
        OrderedValue ordered => [ordered.Items],
        FunctionValue function => function.Captured.Select(captured => captured.Value).Concat(function.Instance is null ? [] : [function.Instance]),
        _ => [],
    };
}
