using CsCheck;
using LeakageAnalyzers.Workflow;

namespace LeakageAnalyzers.Agreement.Tests.Generated;

/// <summary>Random programs.</summary>
internal static class WorkflowGen
{
    // Hardly anybody hands single models through iterators.
    private static readonly Gen<int> Styles = Gen.Frequency(
        (1, Gen.Const((int)CodeStyle.Iterator)), (99, Gen.Enum<CodeStyle>().Where(style => style != CodeStyle.Iterator).Select(style => (int)style)));

    /// <summary>Any program, the ordinary ways of working more often than the odd ones.</summary>
    public static Gen<WorkflowPlan> Plans { get; } =
        from hasGroups in Gen.Bool
        from isRegression in OneIn(4)
        from source in Gen.Frequency((3, Gen.Const(RowSourceKind.File)), (1, Gen.Const(RowSourceKind.List)))
        from detours in Gen.Enum<Detour>().Array[0, 2]
        from steps in Gen.Enum<PreparationStep>().Array[0, 3]
        from preparation in Gen.Enum<PreparationPlace>()
        from cut in Gen.Frequency((3, Gen.Const(CutKind.TrainTestSplit)), (5, Gen.Enum<CutKind>()))
        from key in Gen.Frequency((3, Gen.Const(KeyChoice.None)), (3, Gen.Const(KeyChoice.Group)), (1, Gen.Enum<KeyChoice>()))
        from innerKey in Gen.Frequency((1, Gen.Const(KeyChoice.None)), (1, Gen.Const(KeyChoice.Group)))
        from hasValidationPart in OneIn(5)
        from tested in Gen.Frequency((4, Gen.Const(TestedRows.Test)), (4, Gen.Enum<TestedRows>().Where(rows => !IsAmbiguous(rows, preparation))))
        from trainer in Gen.Frequency((3, Gen.Const(TrainerChoice.Fixed)), (2, Gen.Enum<TrainerChoice>()))
        from refits in OneIn(4)
        from making in Sometimes<RowMaking>(6)
        from feature in Sometimes<FeatureColumn>(4)
        from tuning in Sometimes<Tuning>(5)
        from selection in Sometimes<Selection>(5)
        from form in Gen.Enum<SelectionForm>()
        from styles in Gen.Frequency((1, Gen.Const(0)), (1, Styles)).Array[24]
        select new WorkflowPlan(
            hasGroups, isRegression, source, EquatableList<Detour>.From(detours.Distinct()), EquatableList<PreparationStep>.From(steps.Distinct().Where(step => !IsUnseen(step, tested, isRegression))), preparation, cut, key, innerKey, hasValidationPart, tested, trainer,
            refits, EquatableList<int>.From(styles)) { Making = making, Feature = feature, Tuning = tuning, Selection = selection, Form = form }.Coherent();

    /// <summary>The programs of one seed.</summary>
    public static IReadOnlyList<WorkflowPlan> Of(int seed, int count)
    {
        var random = new PCG(1, (ulong)seed);
        return [.. Enumerable.Range(0, count).Select(_ => Plans.Generate(random, null, out var _))];
    }

    // The guard knows rows that a cache numbered anew by their values. Nothing is missing in the rows, so that they are the same after any fit; so are codes of few categories, and a single number divided by itself.
    private static bool IsUnseen(PreparationStep step, TestedRows tested, bool isRegression) => tested == TestedRows.CachedTest
        && (step is PreparationStep.MissingMean or PreparationStep.OneHot or PreparationStep.KeyMap or PreparationStep.TextFeatures || (step == PreparationStep.LpNorm && isRegression));

    // For the same reason two fits that map rows alike, as those of one preparation on the same rows do, are one to the guard behind a cache.
    private static bool IsAmbiguous(TestedRows tested, PreparationPlace preparation) => tested == TestedRows.CachedTest && preparation == PreparationPlace.EachPart;

    // The first of the values most of the time.
    private static Gen<T> Sometimes<T>(int others)
        where T : struct, Enum => Gen.Frequency((others, Gen.Const(default(T))), (1, Gen.Enum<T>()));

    private static Gen<bool> OneIn(int count) => Gen.Int[1, count].Select(drawn => drawn == 1);
}
