namespace LeakageAnalyzers.MlNet;

/// <summary>What is known of members, by the metadata name of their type and their own. Every call of a program asks, and most are of members that nothing is known of: a name is looked up before a type has to be named.</summary>
internal sealed class MemberTable<T>
{
    private readonly Dictionary<string, List<(string Type, T Value)>> _byName = new(StringComparer.Ordinal);

    public MemberTable(IEnumerable<(string Type, string Member, T Value)> entries)
    {
        foreach (var (type, member, value) in entries)
        {
            if (!_byName.TryGetValue(member, out var types))
            {
                _byName[member] = types = new(1);
            }

            if (types.Exists(known => known.Type == type))
            {
                throw new ArgumentException($"'{type}.{member}' is in the table twice.", nameof(entries));
            }

            types.Add((type, value));
        }
    }

    /// <summary>Everything that is known.</summary>
    public IEnumerable<T> All => _byName.Values.SelectMany(types => types).Select(entry => entry.Value);

    /// <summary>Whether anything is known of a member of that name.</summary>
    public bool Knows(string member) => _byName.ContainsKey(member);

    /// <summary>What is known of <paramref name="member"/> of <paramref name="type"/>, or null.</summary>
    public T? Find(string type, string member)
    {
        if (_byName.TryGetValue(member, out var types))
        {
            foreach (var (known, value) in types)
            {
                if (known == type)
                {
                    return value;
                }
            }
        }

        return default;
    }
}
