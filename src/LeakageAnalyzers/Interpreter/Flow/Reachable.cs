using LeakageAnalyzers.Interpreter.Values;

namespace LeakageAnalyzers.Interpreter.Flow;

/// <summary>Which of the objects that a loop has made something still leads to: the others would keep states apart that are alike.</summary>
internal static class Reachable
{
    /// <summary>Those of the <paramref name="members"/> that belong to objects of <paramref name="loop"/> to which neither the <paramref name="roots"/> nor a member of another object lead.</summary>
    public static IReadOnlyList<MemberKey> NotFrom(
        IEnumerable<AbstractValue> roots, IReadOnlyDictionary<MemberKey, AbstractValue> members, string loop)
    {
        if (!members.Any(entry => SymbolicId.IsMadeInLoop(entry.Key.Object)))
        {
            return [];
        }

        var current = SymbolicId.LoopTag(loop);
        var earlier = SymbolicId.StartOver(current, loop);
        var ofLoop = members.Where(entry => SymbolicId.IsMadeInLoop(entry.Key.Object) && (entry.Key.Object.Contains(earlier) || entry.Key.Object.Contains(current))).ToLookup(entry => entry.Key.Object);
        if (ofLoop.Count == 0)
        {
            return [];
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

        return [.. ofLoop.Where(obj => !reached.Contains(obj.Key)).SelectMany(obj => obj.Select(entry => entry.Key))];
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
