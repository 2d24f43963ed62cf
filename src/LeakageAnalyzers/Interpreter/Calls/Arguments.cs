using LeakageAnalyzers.Interpreter.Values;
using LeakageAnalyzers.MlNet;

namespace LeakageAnalyzers.Interpreter.Calls;

/// <summary>The evaluated arguments of a call, by parameter; those the source leaves out have their default values.</summary>
internal sealed class Arguments
{
    private static readonly Arguments None = new([]);

    private readonly List<(IArgumentOperation Operation, AbstractValue Value)> _arguments;

    private Arguments(List<(IArgumentOperation, AbstractValue)> arguments) => _arguments = arguments;

    /// <summary>Each argument with its operation, in the order of evaluation.</summary>
    public IReadOnlyList<(IArgumentOperation Operation, AbstractValue Value)> All => _arguments;

    /// <summary>The values alone.</summary>
    public IReadOnlyList<AbstractValue> Values => _arguments.ConvertAll(argument => argument.Value);

    /// <summary>Goes through the arguments; without an object of its own where a <c>foreach</c> does.</summary>
    public List<(IArgumentOperation Operation, AbstractValue Value)>.Enumerator GetEnumerator() => _arguments.GetEnumerator();

    /// <summary>Whether any argument is as <paramref name="isMeant"/>.</summary>
    public bool Exist(Predicate<(IArgumentOperation Operation, AbstractValue Value)> isMeant) => _arguments.Exists(isMeant);

    /// <summary>Each argument under the name of its parameter.</summary>
    public IEnumerable<(string Name, AbstractValue Value)> Named => _arguments
        .Where(argument => argument.Operation.Parameter is not null)
        .Select(argument => (argument.Operation.Parameter!.Name, argument.Value));

    /// <summary>The value for the parameter of that name; null where the method has none.</summary>
    public AbstractValue? this[string parameter] => Find(parameter)?.Value;

    /// <summary>The argument for the parameter of that name, or null.</summary>
    public (IArgumentOperation Operation, AbstractValue Value)? Find(string parameter)
    {
        foreach (var argument in _arguments)
        {
            if (argument.Operation.Parameter?.Name is { } name && (name == parameter || Parameters.IsOtherName(name, parameter)))
            {
                return argument;
            }
        }

        return null;
    }

    public static Arguments Evaluate(Evaluator evaluator, ImmutableArray<IArgumentOperation> arguments)
    {
        if (arguments.IsEmpty)
        {
            return None;
        }

        var values = new List<(IArgumentOperation, AbstractValue)>(arguments.Length);
        foreach (var argument in arguments)
        {
            values.Add((argument, evaluator.Evaluate(argument.Value)));
        }

        return new Arguments(values);
    }
}
