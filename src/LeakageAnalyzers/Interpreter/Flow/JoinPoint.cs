using LeakageAnalyzers.Interpreter.Values;

namespace LeakageAnalyzers.Interpreter.Flow;

/// <summary>Where paths meet: names what they disagree on. Each name is built once, as a loop asks for it again and again.</summary>
internal sealed class JoinPoint
{
    private readonly string _name;
    private readonly Dictionary<string, UnknownValue> _unknown = new(StringComparer.Ordinal);

    /// <param name="name">Tells it from all other points.</param>
    public JoinPoint(string name) => _name = name;

    /// <summary>What the paths disagree on under <paramref name="name"/>.</summary>
    public UnknownValue Unknown(string name)
    {
        if (!_unknown.TryGetValue(name, out var unknown))
        {
            _unknown[name] = unknown = Joined(_name + name);
        }

        return unknown;
    }

    /// <summary>What paths disagree on, under a name that no other point gives.</summary>
    public static UnknownValue Joined(string name) => new("differs between the paths that lead here", "join:" + name);
}
