using LeakageAnalyzers.Tests.Verification;

namespace LeakageAnalyzers.Tests.Interpreter.Features;

/// <summary>Point 1: the language. Calls into the program's own source, delegates, tuples, patterns, collections and ways through a body.</summary>
public sealed class CallFeatures
{
    private static readonly FeatureTable Table = new(
        Feature.OfRows("a static method", "var tested = Pass.On(§);", "static class Pass { public static IDataView On(IDataView rows) => rows; }"),
        Feature.OfRows("an instance method", "var tested = new Pass().On(§);", "class Pass { public IDataView On(IDataView rows) { return rows; } }"),
        Feature.OfRows("an extension method", "var tested = §.On();", "static class Pass { public static IDataView On(this IDataView rows) => rows; }"),
        Feature.OfRows("an extension method called as a static one", "var tested = Pass.On(§);", "static class Pass { public static IDataView On(this IDataView rows) => rows; }"),
        Feature.OfRows("a struct's method", "var tested = new Pass { Rows = § }.On();", "struct Pass { public IDataView Rows; public readonly IDataView On() => Rows; }"),
        Feature.OfRows("a constructor", "var tested = new Kept(§).Rows;", "class Kept { public readonly IDataView Rows; public Kept(IDataView rows) { Rows = rows; } }"),
        Feature.OfRows("a constructor that calls another", "var tested = new Kept(§).Rows;", "class Kept { public readonly IDataView Rows; public Kept(IDataView rows) : this(rows, 1) { } private Kept(IDataView rows, int n) => Rows = rows; }"),
        Feature.OfRows("a constructor that calls its base", "var tested = new Named(§).Rows;", "class Kept { public IDataView Rows { get; } public Kept(IDataView rows) => Rows = rows; } class Named : Kept { public Named(IDataView rows) : base(rows) { } }"),
        Feature.OfRows("a primary constructor", "var tested = new Kept(§).Get();", "class Kept(IDataView rows) { public IDataView Get() => rows; }"),
        Feature.OfRows("a primary constructor of a base", "var tested = new Named(§).Get();", "class Kept(IDataView rows) { public IDataView Get() => rows; } class Named(IDataView rows) : Kept(rows) { }"),
        Feature.OfRows("a parameter of a primary constructor kept in a property", "var tested = new Kept(§).Rows;", "class Kept(IDataView rows) { public IDataView Rows { get; } = rows; }"),
        Feature.OfRows("a property", "var kept = new Kept { Rows = § }; var tested = kept.Rows;", "class Kept { public IDataView Rows { get; set; } }"),
        Feature.OfRows("a property with bodies", "var kept = new Kept(); kept.Rows = §; var tested = kept.Rows;", "class Kept { private IDataView _rows; public IDataView Rows { get => _rows; set => _rows = value; } }"),
        Feature.OfRows("a required init-only property", "var tested = new Kept { Rows = § }.Rows;", "class Kept { public required IDataView Rows { get; init; } }"),
        Feature.OfRows("an indexer of the program's own", "var kept = new Kept(split); var tested = kept[§];", "class Kept(DataOperationsCatalog.TrainTestData split) { public IDataView this[string side] => side == \"train\" ? split.TrainSet : split.TestSet; }") with { Leaking = "\"train\"", Honest = "\"test\"" },
        Feature.OfRows("a local function", "var tested = On(§); IDataView On(IDataView rows) => rows;"),
        Feature.OfRows("a local function over variables around it", "var chosen = §; var tested = On(); IDataView On() { return chosen; }"),
        Feature.OfRows("a local function that writes a variable around it", "IDataView tested = null; On(§); void On(IDataView rows) { tested = rows; }"),
        Feature.OfRows("a local function in a local function", "var tested = Outer(§); IDataView Outer(IDataView rows) { return Inner(); IDataView Inner() => rows; }"),
        Feature.OfRows("a lambda", "Func<IDataView, IDataView> on = rows => rows; var tested = on(§);"),
        Feature.OfRows("a lambda that is invoked by name", "Func<IDataView, IDataView> on = rows => { return rows; }; var tested = on.Invoke(§);"),
        Feature.OfRows("a lambda that may be missing", "Func<IDataView, IDataView> on = rows => rows; var tested = on?.Invoke(§);"),
        Feature.OfRows("a lambda over variables around it", "var chosen = §; Func<IDataView> on = () => chosen; var tested = on();"),
        Feature.OfRows("a lambda that writes a variable around it", "IDataView tested = null; Action on = () => tested = §; on();"),
        Feature.OfRows("a lambda with a type of its own", "Pass on = static rows => rows; var tested = on(§);", "delegate IDataView Pass(IDataView rows);"),
        Feature.OfRows("an inferred lambda type", "var on = (IDataView rows) => rows; var tested = on(§);"),
        Feature.OfRows("a method as a delegate", "Func<IDataView, IDataView> on = Pass.On; var tested = on(§);", "static class Pass { public static IDataView On(IDataView rows) => rows; }"),
        Feature.OfRows("a method of an object as a delegate", "Func<IDataView> on = new Kept(§).Get; var tested = on();", "class Kept(IDataView rows) { public IDataView Get() => rows; }"),
        Feature.OfRows("an anonymous method", "Func<IDataView, IDataView> on = delegate(IDataView rows) { return rows; }; var tested = on(§);"),
        Feature.OfRows("a lambda handed to a method", "var tested = Apply(rows => rows, §); static IDataView Apply(Func<IDataView, IDataView> on, IDataView rows) => on(rows);"),
        Feature.OfRows("delegates in a dictionary", "var all = new Dictionary<string, Func<IDataView>> { [\"chosen\"] = () => §, [\"other\"] = () => data }; var tested = all[\"chosen\"]();"),
        Feature.OfRows("delegates in an array", "Func<IDataView>[] all = { () => data, () => § }; var tested = all[1]();"),
        Feature.OfRows("a delegate in a field", "var tested = new Pass().On(§);", "class Pass { private readonly Func<IDataView, IDataView> _on = rows => rows; public IDataView On(IDataView rows) => _on(rows); }"),
        Feature.OfRows("a delegate in a static field", "var tested = Pass.On(§);", "static class Pass { public static readonly Func<IDataView, IDataView> On = rows => rows; }"),
        Feature.OfRows("a generic method", "var tested = On(§); static T On<T>(T value) => value;"),
        Feature.OfRows("a generic method of a constrained type", "var tested = On<IDataView, string>(§, \"\"); static T On<T, TOther>(T value, TOther other) where T : class, IDataView => value;"),
        Feature.OfRows("a generic class", "var tested = new Box<IDataView>(§).Value;", "class Box<T> { public Box(T value) => Value = value; public T Value { get; } }"),
        Feature.OfRows("an override", "Pass pass = new Through(); var tested = pass.On(§);", "abstract class Pass { public abstract IDataView On(IDataView rows); } class Through : Pass { public override IDataView On(IDataView rows) => rows; }"),
        Feature.OfRows("an override that calls its base", "Pass pass = new Through(); var tested = pass.On(§);", "class Pass { public virtual IDataView On(IDataView rows) => rows; } class Through : Pass { public override IDataView On(IDataView rows) => base.On(rows); }"),
        Feature.OfRows("a virtual method that nobody overrides", "var tested = new Pass().On(§);", "class Pass { public virtual IDataView On(IDataView rows) => rows; }"),
        Feature.OfRows("overrides that agree", "Pass pass = args.Length > 0 ? new One() : new Two(); var tested = pass.On(§);", "abstract class Pass { public abstract IDataView On(IDataView rows); } class One : Pass { public override IDataView On(IDataView rows) => rows; } class Two : Pass { public override IDataView On(IDataView rows) { Console.WriteLine(); return rows; } }"),
        Feature.OfRows("an interface", "IPass pass = new Pass(); var tested = pass.On(§);", "interface IPass { IDataView On(IDataView rows); } class Pass : IPass { public IDataView On(IDataView rows) => rows; }"),
        Feature.OfRows("an interface implemented explicitly", "IPass pass = new Pass(); var tested = pass.On(§);", "interface IPass { IDataView On(IDataView rows); } class Pass : IPass { IDataView IPass.On(IDataView rows) => rows; }"),
        Feature.OfRows("a generic interface", "IPass<IDataView> pass = new Pass(); var tested = pass.On(§);", "interface IPass<T> { T On(T rows); } class Pass : IPass<IDataView> { public IDataView On(IDataView rows) => rows; }"),
        Feature.OfRows("a default method of an interface", "IPass pass = new Pass(); var tested = pass.On(§);", "interface IPass { IDataView On(IDataView rows) => rows; } class Pass : IPass { }"),
        Feature.OfRows("a static abstract method of an interface", "var tested = Run<Pass>(§); static IDataView Run<T>(IDataView rows) where T : IPass => T.On(rows);", "interface IPass { static abstract IDataView On(IDataView rows); } class Pass : IPass { public static IDataView On(IDataView rows) => rows; }"),
        Feature.OfRows("an iterator of views", "var tested = Parts(§).First(); static IEnumerable<IDataView> Parts(IDataView rows) { yield return rows; }"),
        Feature.OfRows("an iterator of views that is walked", "IDataView tested = null; foreach (var part in Parts(§)) { tested = part; } static IEnumerable<IDataView> Parts(IDataView rows) { yield return rows; }"),
        Feature.OfRows("an iterator of two views in a list", "var tested = Parts(data, §).ToList()[1]; static IEnumerable<IDataView> Parts(IDataView a, IDataView b) { yield return a; yield return b; }"),
        Feature.OfRows("an async method", "var tested = await OnAsync(§); static async Task<IDataView> OnAsync(IDataView rows) { await Task.Yield(); return rows; }"),
        Feature.OfRows("an async method whose result is waited for", "var tested = OnAsync(§).GetAwaiter().GetResult(); static async Task<IDataView> OnAsync(IDataView rows) { await Task.Delay(1); return rows; }"),
        Feature.OfRows("a value task", "var tested = await OnAsync(§); static ValueTask<IDataView> OnAsync(IDataView rows) => new(rows);"),
        Feature.OfRows("a value task that is made from a result", "var tested = await OnAsync(§); static ValueTask<IDataView> OnAsync(IDataView rows) => ValueTask.FromResult(rows);"),
        Feature.OfRows("an async lambda", "Func<Task<IDataView>> on = async () => { await Task.Yield(); return §; }; var tested = await on();"),
        Feature.OfRows("an async lambda that is run", "var tested = await Task.Run(async () => { await Task.Yield(); return §; });"),
        Feature.OfRows("several tasks that are awaited at once", "var parts = await Task.WhenAll(Task.Run(() => data), Task.Run(() => §)); var tested = parts[1];"),
        Feature.OfRows("a task that is awaited later", "var task = OnAsync(§); Console.WriteLine(\"meanwhile\"); var tested = await task; static async Task<IDataView> OnAsync(IDataView rows) { await Task.Delay(1); return rows; }"),
        Feature.OfRows("an async iterator", "IDataView tested = null; await foreach (var part in PartsAsync(§)) { tested = part; } static async IAsyncEnumerable<IDataView> PartsAsync(IDataView rows) { await Task.Yield(); yield return rows; }"),
        Feature.OfRows("an out parameter", "Get(§, out var tested); static void Get(IDataView rows, out IDataView result) => result = rows;"),
        Feature.OfRows("a method that tries", "if (!TryGet(§, out var tested)) { return; } static bool TryGet(IDataView rows, out IDataView result) { result = rows; return rows is not null; }"),
        Feature.OfRows("a ref parameter", "IDataView tested = null; Set(ref tested, §); static void Set(ref IDataView target, IDataView rows) => target = rows;"),
        Feature.OfRows("an in parameter", "var tested = Get(§); static IDataView Get(in IDataView rows) => rows;"),
        Feature.OfRows("a ref local", "var tested = data; ref var target = ref tested; target = §;"),
        Feature.OfRows("an optional argument", "var tested = Get(rows: §); static IDataView Get(int count = 3, IDataView rows = null) => rows;"),
        Feature.OfRows("named arguments in another order", "var tested = Second(b: §, a: data); static IDataView Second(IDataView a, IDataView b) => b;"),
        Feature.OfRows("params", "var tested = Last(data, §); static IDataView Last(params IDataView[] all) => all[1];"),
        Feature.OfRows("a tuple", "var pair = (data, §); var tested = pair.Item2;"),
        Feature.OfRows("a named tuple", "var pair = (All: data, Tested: §); var tested = pair.Tested;"),
        Feature.OfRows("a tuple that a method returns", "var pair = Both(data, §); var tested = pair.B; static (IDataView A, IDataView B) Both(IDataView a, IDataView b) => (a, b);"),
        Feature.OfRows("a tuple taken apart", "var (_, tested) = Both(data, §); static (IDataView A, IDataView B) Both(IDataView a, IDataView b) => (a, b);"),
        Feature.OfRows("a tuple in a tuple", "var (_, (_, tested)) = (1, (data, §));"),
        Feature.OfRows("variables that change places", "var (other, tested) = (§, data); (other, tested) = (tested, other);"),
        Feature.OfRows("a Deconstruct method", "var (_, tested) = new Parts(data, §);", "class Parts(IDataView a, IDataView b) { public void Deconstruct(out IDataView first, out IDataView second) { first = a; second = b; } }"),
        Feature.OfRows("an anonymous object", "var parts = new { All = data, Tested = § }; var tested = parts.Tested;"),
        Feature.OfRows("a record", "var tested = new Parts(data, §).Tested;", "record Parts(IDataView All, IDataView Tested);"),
        Feature.OfRows("a record taken apart", "var (_, tested) = new Parts(data, §);", "record Parts(IDataView All, IDataView Tested);"),
        Feature.OfRows("a record changed by with", "var parts = new Parts(data, data); var tested = (parts with { Tested = § }).Tested;", "record Parts(IDataView All, IDataView Tested);"),
        Feature.OfRows("a record struct", "var tested = new Parts(data, §).Tested;", "readonly record struct Parts(IDataView All, IDataView Tested);"),
        Feature.OfRows("a derived record", "var tested = new Named(§, \"x\").Tested;", "record Parts(IDataView Tested); record Named(IDataView Tested, string Name) : Parts(Tested);"),
        Feature.OfRows("a type pattern", "object any = §; var tested = any is IDataView rows ? rows : null;"),
        Feature.OfRows("a cast", "object any = §; var tested = (IDataView)any;"),
        Feature.OfRows("as", "object any = §; var tested = any as IDataView;"),
        Feature.OfRows("a property pattern", "var parts = new Parts { Rows = § }; if (parts is not { Rows: { } tested }) { return; }", "class Parts { public IDataView Rows { get; set; } }"),
        Feature.OfRows("a positional pattern", "if ((data, §) is not (_, { } tested)) { return; }"),
        Feature.OfRows("a list pattern", "IDataView[] all = [data, §]; if (all is not [_, var tested]) { return; }"),
        Feature.OfRows("a switch expression over a constant", "var mode = \"b\"; var tested = mode switch { \"a\" => data, \"b\" => §, _ => throw new InvalidOperationException() };"),
        Feature.OfRows("a switch expression over a type", "object any = §; var tested = any switch { IDataView rows => rows, _ => throw new InvalidOperationException() };"),
        Feature.OfRows("a switch statement with when", "IDataView tested = data; switch (2) { case 1: break; case var n when n > 1: tested = §; break; }"),
        Feature.OfRows("a collection expression", "IDataView[] all = [data, §]; var tested = all[1];"),
        Feature.OfRows("a spread", "IDataView[] some = [data, §]; List<IDataView> all = [data, .. some]; var tested = all[2];"),
        Feature.OfRows("an array that is filled later", "var all = new IDataView[2]; all[0] = data; all[1] = §; var tested = all[1];"),
        Feature.OfRows("a list that is filled later", "var all = new List<IDataView>(); all.Add(data); all.Add(§); var tested = all[1];"),
        Feature.OfRows("the last item", "var all = new[] { data, § }; var tested = all[^1];"),
        Feature.OfRows("a dictionary that is asked", "var all = new Dictionary<string, IDataView> { { \"test\", § } }; if (!all.TryGetValue(\"test\", out var tested)) { return; }"),
        Feature.OfRows("a dictionary's entries taken apart", "var all = new Dictionary<string, IDataView> { [\"test\"] = § }; IDataView tested = null; foreach (var (name, rows) in all) { Console.WriteLine(name); tested = rows; }"),
        Feature.OfRows("a dictionary's values", "var all = new Dictionary<string, IDataView> { [\"test\"] = § }; IDataView tested = null; foreach (var rows in all.Values) { tested = rows; }"),
        Feature.OfRows("LINQ over views", "var tested = new[] { data, § }.Select(rows => ml.Data.Cache(rows)).Last();"),
        Feature.OfRows("a query over views", "var tested = (from rows in new[] { § } select rows).Single();"),
        Feature.OfRows("views zipped with names", "IDataView tested = null; foreach (var (name, rows) in new[] { \"test\" }.Zip(new[] { § })) { tested = rows; }"),
        Feature.OfRows("a using declaration", "using var kept = new Kept(§); var tested = kept.Rows;", "sealed class Kept(IDataView rows) : IDisposable { public IDataView Rows => rows; public void Dispose() { } }"),
        Feature.OfRows("a using statement", "IDataView tested; using (var kept = new Kept(§)) { tested = kept.Rows; }", "sealed class Kept(IDataView rows) : IDisposable { public IDataView Rows => rows; public void Dispose() { } }"),
        Feature.OfRows("try and finally", "IDataView tested; try { tested = §; } finally { Console.WriteLine(); }"),
        Feature.OfRows("a catch that gives up", "IDataView tested; try { tested = §; } catch (IOException error) when (error.Message != null) { Console.WriteLine(error); return; }"),
        Feature.OfRows("a lock", "var gate = new object(); IDataView tested; lock (gate) { tested = §; }"),
        Feature.OfRows("goto", "IDataView tested = data; goto set; set: tested = §;"),
        Feature.OfRows("a loop that runs once", "IDataView tested = data; for (var i = 0; i < 1; i++) { tested = §; }"),
        Feature.OfRows("a loop that is left", "IDataView tested; while (true) { tested = §; if (args.Length > 0) { break; } }"),
        Feature.OfRows("do and while", "IDataView tested; do { tested = §; } while (args.Length > 5);"),
        Feature.OfRows("a conditional", "var tested = args.Length > 3 ? § : §;"),
        Feature.OfRows("a null-coalescing value", "IDataView given = null; var tested = given ?? §;"),
        Feature.OfRows("a throw expression", "IDataView given = §; var tested = given ?? throw new InvalidOperationException();"),
        Feature.OfRows("a conditional access", "var kept = new Kept { Rows = § }; var tested = kept?.Rows;", "class Kept { public IDataView Rows { get; set; } }"),
        Feature.OfRows("checked code", "IDataView tested; checked { tested = §; }"),
        Feature.OfRows("an initializer in an initializer", "var outer = new Outer { Inner = { Rows = § } }; var tested = outer.Inner.Rows;", "class Outer { public Inner Inner { get; } = new(); } class Inner { public IDataView Rows { get; set; } }"),
        Feature.OfRows("an event", "var bus = new Bus(); IDataView tested = null; bus.Ready += rows => tested = rows; bus.Raise(§);", "class Bus { public event Action<IDataView> Ready; public void Raise(IDataView rows) => Ready?.Invoke(rows); }"),
        Feature.OfRows("a lambda that a method makes", "var tested = Make(§)(); static Func<IDataView> Make(IDataView rows) => () => rows;"),
        Feature.OfRows("two lambdas that a method makes", "var first = Make(data); var second = Make(§); var third = Make(data); var tested = second(); static Func<IDataView> Make(IDataView rows) => () => rows;"),
        Feature.OfRows("a lambda that makes a lambda", "Func<IDataView, Func<IDataView>> make = rows => () => rows; var tested = make(§)();"),
        Feature.OfRows("a lambda that a constructor makes", "var kept = new Kept(§); var tested = kept.Make();", "class Kept { public Func<IDataView> Make { get; } public Kept(IDataView rows) { Make = () => rows; } }"),
        Feature.OfRows("a dictionary of lambdas that a method makes", "var tested = All(§)[\"test\"](); static Dictionary<string, Func<IDataView>> All(IDataView rows) => new() { [\"test\"] = () => rows, [\"none\"] = () => null };"),
        Feature.OfModel("trainers in a dictionary that a method makes", "var model = pipeline.Append(All(ml)[\"trees\"]()).Fit(split.TrainSet); static Dictionary<string, Func<IEstimator<ITransformer>>> All(MLContext ml) => new() { [\"trees\"] = () => ml.BinaryClassification.Trainers.FastForest() };"),
        Feature.OfRows("a stack", "var all = new Stack<IDataView>(); all.Push(data); all.Push(§); var tested = all.Pop();"),
        Feature.OfRows("a queue", "var all = new Queue<IDataView>(); all.Enqueue(§); all.Enqueue(data); var tested = all.Dequeue();"),
        Feature.OfRows("a queue that is emptied", "var all = new Queue<IDataView>(new[] { data, § }); IDataView tested = null; while (all.Count > 0) { tested = all.Dequeue(); }"),
        Feature.OfModel("a helper that trains", "var model = Train(pipeline, split.TrainSet); static ITransformer Train(IEstimator<ITransformer> steps, IDataView rows) { var model = steps.Fit(rows); return model; }"),
        Feature.OfModel("a helper that trains and gives several things", "var (model, seconds) = Train(pipeline, split.TrainSet); static (ITransformer Model, double Seconds) Train(IEstimator<ITransformer> steps, IDataView rows) { var watch = System.Diagnostics.Stopwatch.StartNew(); return (steps.Fit(rows), watch.Elapsed.TotalSeconds); }"),
        Feature.OfModel("a catch that tries again", "ITransformer model; try { model = pipeline.Fit(split.TrainSet); } catch (InvalidOperationException) { model = pipeline.Fit(split.TrainSet); }"),
        Feature.OfRows("a lambda that a loop makes", "var all = Make(§); var tested = all[0](); static List<Func<IDataView>> Make(IDataView rows) { var all = new List<Func<IDataView>>(); foreach (var part in new[] { rows, null }) { all.Add(() => part); } return all; }"),
        Feature.OfRows("the second lambda that a loop makes", "var all = new List<Func<IDataView>>(); foreach (var part in new[] { data, § }) { var kept = part; all.Add(() => kept); } var tested = all[1]();"),
        Feature.OfRows("a lambda of an earlier iteration", "IDataView tested = null; Func<IDataView> before = () => null; foreach (var part in new[] { §, data }) { tested = before(); before = () => part; }"),
        Feature.OfRows("a lambda over a variable that all iterations share", "IDataView last = data; var all = new List<Func<IDataView>>(); for (var i = 0; i < 2; i++) { all.Add(() => last); } last = §; var tested = all[0]();"),
        Feature.OfRows("recursion that ends", "var tested = Down(§, 2); static IDataView Down(IDataView rows, int n) => n == 0 ? rows : Down(rows, n - 1);"),
        Feature.OfRows("recursion over a list", "var tested = Last([data, §]); static IDataView Last(List<IDataView> all) => all.Count == 1 ? all[0] : Last(all.Skip(1).ToList());"),
        Feature.OfRows("recursion over an array and a position", "var tested = At([data, data, §], 0); static IDataView At(IDataView[] all, int i) { if (i == all.Length - 1) { return all[i]; } return At(all, i + 1); }"),
        Feature.OfRows("recursion over linked objects", "var tested = new Node(data, new Node(§, null)).Last(); ", "class Node(IDataView rows, Node next) { public IDataView Last() => next == null ? rows : next.Last(); }"),
        Feature.OfRows("recursion with variables of its own", "var tested = Pick(§, 1); IDataView Pick(IDataView rows, int n) { var kept = rows; if (n > 0) { Pick(data, n - 1); } return kept; }"),
        Feature.OfRows("recursion that writes a parameter", "IDataView tested = null; Set(ref tested, 2); void Set(ref IDataView target, int n) { if (n == 0) { target = §; } else { IDataView inner = null; Set(ref inner, n - 1); target = inner; } }"),
        Feature.OfRows("two methods that call each other", "var tested = Even(§, 3); static IDataView Even(IDataView rows, int n) => n == 0 ? rows : Odd(rows, n - 1); static IDataView Odd(IDataView rows, int n) => n == 0 ? rows : Even(rows, n - 1);"),
        Feature.OfModel("a pipeline that recursion builds", "var model = Chain(new IEstimator<ITransformer>[] { ml.Transforms.Concatenate(\"Features\", \"Age\"), ml.BinaryClassification.Trainers.FastTree() }, 0).Fit(split.TrainSet); static IEstimator<ITransformer> Chain(IEstimator<ITransformer>[] all, int i) => i == all.Length - 1 ? all[i] : all[i].Append(Chain(all, i + 1));"),
        new Feature("a method in another file", """
            var ml = new MLContext(seed: 1);
            var split = ml.Data.TrainTestSplit(Files.Load(ml));
            var model = Training.Train(ml, split.TrainSet);
            Training.Score(ml, model, §);
            """, "split.TrainSet", "split.TestSet", """
            static class Files { public static IDataView Load(MLContext ml) => ml.Data.LoadFromTextFile<Reading>("readings.csv"); }
            """, """
            static class Training
            {
                public static ITransformer Train(MLContext ml, IDataView rows) => ml.Transforms.Concatenate("Features", "Age").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(rows);
                public static void Score(MLContext ml, ITransformer model, IDataView rows) => Console.WriteLine(ml.BinaryClassification.{|LEAK201:Evaluate(model.Transform(rows))|}.Accuracy);
            }
            """));

    private static readonly FeatureTable NotFollowed = new(
        Feature.OfRows("a lambda over a variable that its iteration changes", "var all = Make(§); var tested = all[0](); static List<Func<IDataView>> Make(IDataView rows) { var all = new List<Func<IDataView>>(); foreach (var part in new[] { rows, null }) { var kept = part; all.Add(() => kept); kept = null; } return all; }"),
        Feature.OfRows("recursion whose end is not known", "var tested = Down(§, args.Length); static IDataView Down(IDataView rows, int n) => n == 0 ? rows : Down(rows, n - 1);"));

    public static TheoryData<string> Names => Table.Names;

    public static TheoryData<string> NamesNotFollowed => NotFollowed.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public Task Is_followed(string feature) => Table.VerifyAsync(feature);

    [Theory]
    [MemberData(nameof(NamesNotFollowed))]
    public Task Is_not_followed_and_not_guessed_at(string feature) => NotFollowed.VerifySilentAsync(feature);
}
