namespace LeakageAnalyzers.Interpreter.Values;

/// <summary>Something that metrics went into: the metrics of an evaluation, one of them, a number or text made of them, or a collection of which nothing else is known.</summary>
/// <param name="Name">Equal names are equal values.</param>
/// <param name="Measurements">What may have gone into it.</param>
internal sealed record MeasuredValue(string Name, EquatableList<Measurement> Measurements) : AbstractValue
{
    /// <summary>The model that a search found, where this is what it found; else null.</summary>
    public FittedModel? Found { get; init; }

    public override string Identity => Name;

    public override AbstractValue StartOver(string loop)
    {
        var (name, measurements, found) = (SymbolicId.StartOver(Name, loop), Measurements.StartOver(loop), Found?.StartOver(loop));
        return name == Name && ReferenceEquals(measurements, Measurements) && ReferenceEquals(found, Found) ? this : new MeasuredValue(name, measurements) { Found = found };
    }
}

/// <summary>How the metrics of one candidate compare with those of another: a truth value, a sign or a difference.</summary>
/// <param name="Name">Equal names are equal values.</param>
/// <param name="Place">The comparison.</param>
/// <param name="Measurements">What was measured of the candidates.</param>
internal sealed record ComparedValue(string Name, Place Place, EquatableList<Measurement> Measurements) : AbstractValue
{
    /// <summary>Whether it is the result of a statistical test, which says how sure it is.</summary>
    public bool IsTest { get; init; }

    public override string Identity => Name;

    public override AbstractValue StartOver(string loop) => this with { Name = SymbolicId.StartOver(Name, loop), Measurements = Measurements.StartOver(loop) };
}

/// <summary>Candidates in the order of their metrics.</summary>
/// <param name="Items">The candidates.</param>
/// <param name="Place">The call that put them in order.</param>
/// <param name="By">What was measured of them.</param>
internal sealed record OrderedValue(AbstractValue Items, Place Place, EquatableList<Measurement> By) : AbstractValue
{
    public override string Identity => "ordered " + Items.Identity;

    public override AbstractValue StartOver(string loop) => this with { Items = Items.StartOver(loop), By = By.StartOver(loop) };
}

/// <summary>How measurements age when a loop starts over.</summary>
internal static class MeasurementExtensions
{
    public static EquatableList<Measurement> StartOver(this EquatableList<Measurement> measurements, string loop) =>
        measurements.Map(measurement => measurement.StartOver(loop)) is var aged && ReferenceEquals(aged, measurements) ? measurements : EquatableList<Measurement>.From(aged.Distinct());

    /// <summary>These measurements as those of the best candidate.</summary>
    public static EquatableList<Measurement> AsBest(this IEnumerable<Measurement> measurements) =>
        EquatableList<Measurement>.From(measurements.Select(measurement => measurement with { IsBest = true }).Distinct());
}
