using System.Reflection;
using LeakageAnalyzers.Runtime.Guard;
using LeakageAnalyzers.Runtime.Guard.Estimators;
using LeakageAnalyzers.Workflow.Trace;
using Microsoft.ML;

namespace LeakageAnalyzers.Runtime.Tests.Guard.Estimators;

/// <summary>The guard is exact for every estimator of the ML.NET packages that stand beside this test: a new one fails the test until it is known.</summary>
public sealed class EveryEstimatorTests
{
    private const int Rows = 120;
    private const int Given = 90;

    private static readonly Place Here = new("", 1);

    private readonly MLContext _context = new(seed: 1);

    public static TheoryData<string> Learning => new(EstimatorCases.Learning.Keys);

    public static TheoryData<string> Stateless => new(EstimatorCases.Stateless.Keys);

    [Fact]
    public void Every_estimator_of_the_packages_is_tried_here_or_cannot_read_rows() => Assert.Equal(
        EstimatorTypes().Where(type => !CannotRead(type)).Select(NameOf).Order(StringComparer.Ordinal),
        EstimatorCases.Learning.Keys.Concat(EstimatorCases.Stateless.Keys).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Learning))]
    public void What_learns_is_seen_to_read_all_of_its_rows_and_no_other(string type)
    {
        var (ids, step) = Fit(type, EstimatorCases.Learning[type](_context));

        Assert.Equal(Enumerable.Range(Rows - Given, Given).Select(id => (long)id), ids);
        Assert.InRange(step, StepClass.Vocabulary, StepClass.Trainer);
    }

    [Theory]
    [MemberData(nameof(Stateless))]
    public void What_learns_nothing_is_known_to(string type) => Assert.Equal(StepClass.Stateless, Fit(type, EstimatorCases.Stateless[type](_context)).Step);

    private (List<long> Ids, StepClass Step) Fit(string type, IEstimator<ITransformer> estimator)
    {
        Assert.Contains(type, EstimatorMembers.Flatten(estimator).Select(part => NameOf(part.GetType())));
        var recorder = new Recorder();
        var rows = recorder.Watch(ClinicRow.Load(_context, Rows), groupColumn: null, nameof(ClinicRow));
        var given = new GivenRows(recorder, _context.Data.SkipRows(rows, Rows - Given), "rows");
        given.Run(estimator.Fit);

        var step = PipelineReader.Read(EstimatorMembers.Flatten(estimator).Single(part => NameOf(part.GetType()) == type), Here)[0];
        var read = given.Observed.Recorder.Rows().IdsByTag;
        return ([.. read.Values.SelectMany(ids => ids.Ids())], step.Class);
    }

    // ML.NET's TrivialEstimator is a transformer that waits for its input's schema: its Fit is not overridden and does not read.
    private static bool CannotRead(Type type) =>
        type.GetMethod("Fit", [typeof(IDataView)]) is { DeclaringType: { Name: "TrivialEstimator`1" } };

    private static IEnumerable<Type> EstimatorTypes() => Directory.EnumerateFiles(AppContext.BaseDirectory, "Microsoft.ML*.dll")
        .Select(Path.GetFileNameWithoutExtension)
        .Where(name => name is not "Microsoft.ML.CpuMath" && !name!.Contains("Native", StringComparison.Ordinal))
        .SelectMany(name => Assembly.Load(name!).GetExportedTypes())
        .Where(type => type.IsClass && !type.IsAbstract && EstimatorMembers.TransformerOf(type) is not null && NameOf(type) != "EstimatorChain");

    private static string NameOf(Type type) => type.Name.Split('`')[0];
}
