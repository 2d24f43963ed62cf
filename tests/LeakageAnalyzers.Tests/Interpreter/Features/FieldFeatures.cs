using LeakageAnalyzers.Tests.Verification;

namespace LeakageAnalyzers.Tests.Interpreter.Features;

/// <summary>Point 2: fields and properties, static and of objects, of classes that something in the program drives and of others.</summary>
public sealed class FieldFeatures
{
    private const string Steps = "Ml.Transforms.Concatenate(\"Features\", \"Age\", \"Pressure\").Append(Ml.BinaryClassification.Trainers.FastTree())";

    private const string Score = "Ml.BinaryClassification.{|LEAK201:Evaluate(Model.Transform(§))|}";

    private static readonly FeatureTable Table = new(
        Study("a property that loads when it is first asked", "new Study().Report();", $$"""
            class Study
            {
                private readonly MLContext Ml = new(seed: 1); private DataOperationsCatalog.TrainTestData? _split;
                private DataOperationsCatalog.TrainTestData Split => _split ??= Ml.Data.TrainTestSplit(Ml.Data.LoadFromTextFile<Reading>("readings.csv"));
                public void Report() { var Model = {{Steps}}.Fit(Split.TrainSet); Console.WriteLine({{Score}}.Accuracy); }
            }
            """),
        Study("fields that a driver's calls fill", "new Study().Run();", $$"""
            class Study
            {
                private readonly MLContext Ml = new(seed: 1); private DataOperationsCatalog.TrainTestData Split; private ITransformer Model;
                public void Run() { Load(); Train(); Console.WriteLine({{Score}}.Accuracy); }
                private void Load() { Split = Ml.Data.TrainTestSplit(Ml.Data.LoadFromTextFile<Reading>("readings.csv")); }
                private void Train() { Model = {{Steps}}.Fit(Split.TrainSet); }
            }
            """),
        Study("fields of an object whose methods the driver calls one by one", "var study = new Study(); study.Load(); study.Train(); study.Report();", $$"""
            class Study
            {
                private readonly MLContext Ml = new(seed: 1); private DataOperationsCatalog.TrainTestData Split; private ITransformer Model;
                public void Load() { Split = Ml.Data.TrainTestSplit(Ml.Data.LoadFromTextFile<Reading>("readings.csv")); }
                public void Train() { Model = {{Steps}}.Fit(Split.TrainSet); }
                public void Report() { Console.WriteLine({{Score}}.Accuracy); }
            }
            """),
        Study("fields of a class without a driver", "", $$"""
            public class Study
            {
                private readonly MLContext Ml = new(seed: 1); private DataOperationsCatalog.TrainTestData Split; private ITransformer Model;
                public void Load() { Split = Ml.Data.TrainTestSplit(Ml.Data.LoadFromTextFile<Reading>("readings.csv")); }
                public void Train() { Model = {{Steps}}.Fit(Split.TrainSet); }
                public double Report() => {{Score}}.Accuracy;
            }
            """),
        Study("static fields", "Study.Load(); Study.Train(); Study.Report();", $$"""
            static class Study
            {
                private static readonly MLContext Ml = new(seed: 1); private static DataOperationsCatalog.TrainTestData Split; private static ITransformer Model;
                public static void Load() { Split = Ml.Data.TrainTestSplit(Ml.Data.LoadFromTextFile<Reading>("readings.csv")); }
                public static void Train() { Model = {{Steps}}.Fit(Split.TrainSet); }
                public static void Report() { Console.WriteLine({{Score}}.Accuracy); }
            }
            """),
        Study("static fields with initializers", "Console.WriteLine(Study.Report());", $$"""
            static class Study
            {
                private static readonly MLContext Ml = new(seed: 1);
                private static readonly DataOperationsCatalog.TrainTestData Split = Ml.Data.TrainTestSplit(Ml.Data.LoadFromTextFile<Reading>("readings.csv"));
                private static readonly ITransformer Model = {{Steps}}.Fit(Split.TrainSet);
                public static double Report() => {{Score}}.Accuracy;
            }
            """),
        Study("a static constructor", "Console.WriteLine(Study.Report());", $$"""
            static class Study
            {
                private static readonly MLContext Ml; private static readonly DataOperationsCatalog.TrainTestData Split; private static readonly ITransformer Model;
                static Study()
                {
                    Ml = new MLContext(seed: 1);
                    Split = Ml.Data.TrainTestSplit(Ml.Data.LoadFromTextFile<Reading>("readings.csv"));
                    Model = {{Steps}}.Fit(Split.TrainSet);
                }
                public static double Report() => {{Score}}.Accuracy;
            }
            """),
        Study("static fields of another class", "Console.WriteLine(Study.Report());", $$"""
            static class Shared
            {
                public static readonly MLContext Ml = new(seed: 1);
                public static DataOperationsCatalog.TrainTestData Split = Ml.Data.TrainTestSplit(Ml.Data.LoadFromTextFile<Reading>("readings.csv"));
            }
            static class Study
            {
                public static double Report()
                {
                    var Ml = Shared.Ml; var Split = Shared.Split;
                    var Model = {{Steps}}.Fit(Split.TrainSet);
                    return {{Score}}.Accuracy;
                }
            }
            """),
        Study("using static", "Console.WriteLine(Report());", $$"""
            static class Study
            {
                private static readonly MLContext Ml = new(seed: 1);
                public static double Report()
                {
                    var Split = Ml.Data.TrainTestSplit(Ml.Data.LoadFromTextFile<Reading>("readings.csv"));
                    var Model = {{Steps}}.Fit(Split.TrainSet);
                    return {{Score}}.Accuracy;
                }
            }
            """, "using static Study;\n"),
        Study("readonly fields that a constructor fills", "new Study(\"readings.csv\").Report();", $$"""
            class Study
            {
                private readonly MLContext Ml; private readonly DataOperationsCatalog.TrainTestData Split; private readonly ITransformer Model;
                public Study(string path)
                {
                    Ml = new MLContext(seed: 1);
                    Split = Ml.Data.TrainTestSplit(Ml.Data.LoadFromTextFile<Reading>(path));
                    Model = {{Steps}}.Fit(Split.TrainSet);
                }
                public void Report() => Console.WriteLine({{Score}}.Accuracy);
            }
            """),
        Study("fields with initializers", "new Study().Report();", $$"""
            class Study
            {
                private readonly MLContext Ml = new(seed: 1); private readonly string _path = "readings.csv";
                public void Report()
                {
                    var Split = Ml.Data.TrainTestSplit(Ml.Data.LoadFromTextFile<Reading>(_path));
                    var Model = {{Steps}}.Fit(Split.TrainSet);
                    Console.WriteLine({{Score}}.Accuracy);
                }
            }
            """),
        Study("properties with private setters", "var study = new Study(); study.Train(); study.Report();", $$"""
            class Study
            {
                private MLContext Ml { get; } = new(seed: 1); public DataOperationsCatalog.TrainTestData Split { get; private set; } public ITransformer Model { get; private set; }
                public void Train()
                {
                    Split = Ml.Data.TrainTestSplit(Ml.Data.LoadFromTextFile<Reading>("readings.csv"));
                    Model = {{Steps}}.Fit(Split.TrainSet);
                }
                public void Report() => Console.WriteLine({{Score}}.Accuracy);
            }
            """),
        Study("a field that is filled if it is empty", "new Study().Report();", $$"""
            class Study
            {
                private readonly MLContext Ml = new(seed: 1); private IDataView _data; private ITransformer _model;
                private IDataView Data() { if (_data == null) { _data = Ml.Data.LoadFromTextFile<Reading>("readings.csv"); } return _data; }
                private DataOperationsCatalog.TrainTestData Split => Ml.Data.TrainTestSplit(Data());
                private ITransformer Model { get { if (_model == null) { _model = {{Steps}}.Fit(Split.TrainSet); } return _model; } }
                public void Report() { Console.WriteLine({{Score}}.Accuracy); }
            }
            """),
        Study("Lazy", "new Study().Report();", $$"""
            class Study
            {
                private static readonly MLContext Ml = new(seed: 1);
                private readonly Lazy<DataOperationsCatalog.TrainTestData> _split = new(() => Ml.Data.TrainTestSplit(Ml.Data.LoadFromTextFile<Reading>("readings.csv")));
                private DataOperationsCatalog.TrainTestData Split => _split.Value;
                public void Report() { var Model = {{Steps}}.Fit(Split.TrainSet); Console.WriteLine({{Score}}.Accuracy); }
            }
            """),
        Study("a singleton", "Study.Instance.Report();", $$"""
            class Study
            {
                public static Study Instance { get; } = new Study();
                private readonly MLContext Ml = new(seed: 1); private DataOperationsCatalog.TrainTestData Split; private ITransformer Model;
                private Study() { Split = Ml.Data.TrainTestSplit(Ml.Data.LoadFromTextFile<Reading>("readings.csv")); Model = {{Steps}}.Fit(Split.TrainSet); }
                public void Report() { Console.WriteLine({{Score}}.Accuracy); }
            }
            """),
        Study("methods that give back their object", "new Study().Load().Train().Report();", $$"""
            class Study
            {
                private readonly MLContext Ml = new(seed: 1); private DataOperationsCatalog.TrainTestData Split; private ITransformer Model;
                public Study Load() { Split = Ml.Data.TrainTestSplit(Ml.Data.LoadFromTextFile<Reading>("readings.csv")); return this; }
                public Study Train() { Model = {{Steps}}.Fit(Split.TrainSet); return this; }
                public void Report() { Console.WriteLine({{Score}}.Accuracy); }
            }
            """),
        Study("an object in a field of an object", "new Study().Report();", $$"""
            class Files
            {
                private readonly MLContext _ml; public Files(MLContext ml) { _ml = ml; }
                public DataOperationsCatalog.TrainTestData Load() => _ml.Data.TrainTestSplit(_ml.Data.LoadFromTextFile<Reading>("readings.csv"));
            }
            class Study
            {
                private readonly MLContext Ml; private readonly Files _files; private DataOperationsCatalog.TrainTestData Split;
                public Study() { Ml = new MLContext(seed: 1); _files = new Files(Ml); }
                public void Report() { Split = _files.Load(); var Model = {{Steps}}.Fit(Split.TrainSet); Console.WriteLine({{Score}}.Accuracy); }
            }
            """),
        Study("a state object that is handed from step to step", "var state = new State(); Study.Load(state); Study.Train(state); Study.Report(state);", $$"""
            class State { public MLContext Ml = new(seed: 1); public DataOperationsCatalog.TrainTestData Split; public ITransformer Model; }
            static class Study
            {
                public static void Load(State state) { state.Split = state.Ml.Data.TrainTestSplit(state.Ml.Data.LoadFromTextFile<Reading>("readings.csv")); }
                public static void Train(State state) { var Ml = state.Ml; state.Model = {{Steps}}.Fit(state.Split.TrainSet); }
                public static void Report(State state) { var (Ml, Split, Model) = (state.Ml, state.Split, state.Model); Console.WriteLine({{Score}}.Accuracy); }
            }
            """),
        Study("fields of a base class", "new Study().Report();", $$"""
            abstract class Base
            {
                protected readonly MLContext Ml = new(seed: 1); protected DataOperationsCatalog.TrainTestData Split; protected ITransformer Model;
                protected void Load() { Split = Ml.Data.TrainTestSplit(Ml.Data.LoadFromTextFile<Reading>("readings.csv")); }
            }
            class Study : Base
            {
                public void Report() { Load(); Model = {{Steps}}.Fit(Split.TrainSet); Console.WriteLine({{Score}}.Accuracy); }
            }
            """),
        Study("a base class that calls its subclasses", "new Study().Run();", $$"""
            abstract class Base
            {
                protected readonly MLContext Ml = new(seed: 1);
                public void Run() { var Split = Load(); var Model = {{Steps}}.Fit(Split.TrainSet); Console.WriteLine({{Score}}.Accuracy); }
                protected abstract DataOperationsCatalog.TrainTestData Load();
            }
            class Study : Base
            {
                protected override DataOperationsCatalog.TrainTestData Load() => Ml.Data.TrainTestSplit(Ml.Data.LoadFromTextFile<Reading>("readings.csv"));
            }
            """),
        Study("an interface that a field holds", "new Study(new Files()).Report();", $$"""
            interface IFiles { DataOperationsCatalog.TrainTestData Load(MLContext ml); }
            class Files : IFiles { public DataOperationsCatalog.TrainTestData Load(MLContext ml) => ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv")); }
            class Study
            {
                private readonly MLContext Ml = new(seed: 1); private readonly IFiles _files; public Study(IFiles files) => _files = files;
                public void Report() { var Split = _files.Load(Ml); var Model = {{Steps}}.Fit(Split.TrainSet); Console.WriteLine({{Score}}.Accuracy); }
            }
            """),
        Study("an interface that a container fills", "", $$"""
            public interface IFiles { DataOperationsCatalog.TrainTestData Load(MLContext ml); }
            public class Files : IFiles { public DataOperationsCatalog.TrainTestData Load(MLContext ml) => ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv")); }
            public class Study
            {
                private readonly MLContext Ml = new(seed: 1); private readonly IFiles _files; public Study(IFiles files) => _files = files;
                public void Report() { var Split = _files.Load(Ml); var Model = {{Steps}}.Fit(Split.TrainSet); Console.WriteLine({{Score}}.Accuracy); }
            }
            """),
        Study("a nested class", "new Study.Part().Report();", $$"""
            static class Study
            {
                private static readonly MLContext Ml = new(seed: 1);
                public class Part
                {
                    private readonly DataOperationsCatalog.TrainTestData Split = Ml.Data.TrainTestSplit(Ml.Data.LoadFromTextFile<Reading>("readings.csv"));
                    public void Report() { var Model = {{Steps}}.Fit(Split.TrainSet); Console.WriteLine({{Score}}.Accuracy); }
                }
            }
            """),
        Study("a struct", "new Study(1).Report();", $$"""
            struct Study
            {
                private readonly MLContext Ml; private DataOperationsCatalog.TrainTestData Split; private ITransformer Model;
                public Study(int seed) { Ml = new MLContext(seed); Split = Ml.Data.TrainTestSplit(Ml.Data.LoadFromTextFile<Reading>("readings.csv")); Model = null; }
                public void Report() { Model = {{Steps}}.Fit(Split.TrainSet); Console.WriteLine({{Score}}.Accuracy); }
            }
            """),
        Study("a dictionary in a field", "var study = new Study(); study.Train(); study.Report();", $$"""
            class Study
            {
                private readonly MLContext Ml = new(seed: 1); private readonly Dictionary<string, ITransformer> _models = new(); private DataOperationsCatalog.TrainTestData Split;
                public void Train() { Split = Ml.Data.TrainTestSplit(Ml.Data.LoadFromTextFile<Reading>("readings.csv")); _models["tree"] = {{Steps}}.Fit(Split.TrainSet); }
                public void Report() { var Model = _models["tree"]; Console.WriteLine({{Score}}.Accuracy); }
            }
            """),
        Study("a list in a field", "var study = new Study(); study.Train(); study.Report();", $$"""
            class Study
            {
                private readonly MLContext Ml = new(seed: 1); private readonly List<ITransformer> _models = []; private DataOperationsCatalog.TrainTestData Split;
                public void Train() { Split = Ml.Data.TrainTestSplit(Ml.Data.LoadFromTextFile<Reading>("readings.csv")); _models.Add({{Steps}}.Fit(Split.TrainSet)); }
                public void Report() { foreach (var Model in _models) { Console.WriteLine({{Score}}.Accuracy); } }
            }
            """),
        Study("the constructor and the facts of a test class", "", $$"""
            public class FactAttribute : Attribute { }
            public class StudyTests : IDisposable
            {
                private readonly MLContext Ml = new(seed: 1); private readonly DataOperationsCatalog.TrainTestData Split; private readonly ITransformer Model;
                public StudyTests() { Split = Ml.Data.TrainTestSplit(Ml.Data.LoadFromTextFile<Reading>("readings.csv")); Model = {{Steps}}.Fit(Split.TrainSet); }
                [Fact] public void Is_good() { if ({{Score}}.Accuracy < 0.8) { throw new InvalidOperationException(); } }
                public void Dispose() { }
            }
            """),
        Study("event handlers of a window", "", $$"""
            public class Window
            {
                private readonly MLContext Ml = new(seed: 1); private DataOperationsCatalog.TrainTestData Split; private ITransformer Model;
                private void Load_Click(object sender, EventArgs e) { Split = Ml.Data.TrainTestSplit(Ml.Data.LoadFromTextFile<Reading>("readings.csv")); }
                private void Train_Click(object sender, EventArgs e) { Model = {{Steps}}.Fit(Split.TrainSet); }
                private void Score_Click(object sender, EventArgs e) { Console.WriteLine({{Score}}.Accuracy); }
            }
            """),
        Study("a service that a host starts", "", $$"""
            public class Worker
            {
                private readonly MLContext Ml; private DataOperationsCatalog.TrainTestData Split; private ITransformer Model;
                public Worker(MLContext ml) { Ml = ml; }
                public async Task StartAsync() { await Task.Run(() => Load()); Train(); await ReportAsync(); }
                private void Load() { Split = Ml.Data.TrainTestSplit(Ml.Data.LoadFromTextFile<Reading>("readings.csv")); }
                private void Train() { Model = {{Steps}}.Fit(Split.TrainSet); }
                private async Task ReportAsync() { await Console.Out.WriteLineAsync({{Score}}.Accuracy.ToString()); }
            }
            """),
        new Feature("a partial class over three files", "new Study().Run();", "Split.TrainSet", "Split.TestSet",
            "partial class Study { private readonly MLContext Ml = new(seed: 1); private DataOperationsCatalog.TrainTestData Split; private ITransformer Model; public void Run() { Load(); Train(); Report(); } partial void Report(); }",
            $"partial class Study {{ void Load() {{ Split = Ml.Data.TrainTestSplit(Ml.Data.LoadFromTextFile<Reading>(\"readings.csv\")); }} void Train() {{ Model = {Steps}.Fit(Split.TrainSet); }} }}",
            $"partial class Study {{ partial void Report() {{ Console.WriteLine({Score}.Accuracy); }} }}"));

    public static TheoryData<string> Names => Table.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public Task Are_followed(string feature) => Table.VerifyAsync(feature);

    private static Feature Study(string name, string driver, string program, string usings = "") =>
        new(name, usings + (driver.Length == 0 ? "static class Program { static void Main() { } }\n" : driver + "\n") + program, "Split.TrainSet", "Split.TestSet");
}
