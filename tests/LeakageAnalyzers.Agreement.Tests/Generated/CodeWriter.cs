using System.Text;

namespace LeakageAnalyzers.Agreement.Tests.Generated;

/// <summary>A value of the program that is being written.</summary>
/// <param name="Type">Its C# type.</param>
/// <param name="Text">The expression that reads it.</param>
internal sealed record CodeValue(string Type, string Text);

/// <summary>Writes one class of a program step by step, each step in a style of its own.</summary>
internal sealed partial class CodeWriter(WorkflowPlan plan)
{
    private readonly StringBuilder _body = new();
    private readonly StringBuilder _members = new();
    private readonly HashSet<CodeStyle> _styles = [];
    private int _indent = 2;
    private int _names;
    private int _steps;

    /// <summary>The styles that were used.</summary>
    public IReadOnlyCollection<CodeStyle> Styles => _styles;

    /// <summary>The class as a file.</summary>
    public string File(string ns) => $$"""
        namespace {{ns}}
        {
            using LeakageAnalyzers.Runtime;

            public static class Study
            {
        {{_members}}
                public static void Run()
                {
        {{_body}}
                }
            }
        }
        """;

    /// <summary>A step in the style that the plan says: <paramref name="template"/> reads the inputs as <c>{0}</c>, <c>{1}</c> ….</summary>
    public CodeValue Do(string type, string template, params CodeValue[] inputs)
    {
        var style = plan.StyleOf(_steps++);
        _styles.Add(style);
        return Do(style, type, template, inputs);
    }

    /// <summary>A line as it is.</summary>
    public void Line(string text) => _body.Append(' ', 4 * (_indent + 1)).Append(text).Append('\n');

    /// <summary>A block after <paramref name="head"/>.</summary>
    public void Block(string head, Action body)
    {
        Line(head);
        Line("{");
        _indent++;
        body();
        _indent--;
        Line("}");
    }

    /// <summary>A name that nothing else has.</summary>
    public string Fresh(string stem) => FormattableString.Invariant($"{stem}{++_names}");

    private CodeValue Do(CodeStyle style, string type, string template, CodeValue[] inputs)
    {
        if (ThroughMethod(style, type, template, inputs) is { } result)
        {
            return result;
        }

        var direct = Fill(template, inputs.Select(input => input.Text));
        var name = Fresh("v");
        var parameters = Parameters(inputs);
        var arguments = Arguments(inputs);
        var inner = Fill(template, inputs.Select((_, i) => $"a{i}"));
        var helper = Fresh("Step");
        switch (style)
        {
            case CodeStyle.TypedLocal:
                Line($"{type} {name} = {direct};");
                break;
            case CodeStyle.HelperMethod:
                Member($"private static {type} {helper}({parameters}) => {inner};");
                Line($"var {name} = {helper}({arguments});");
                break;
            case CodeStyle.LocalFunction:
                Line($"{type} {helper}({parameters}) => {inner};");
                Line($"var {name} = {helper}({arguments});");
                break;
            case CodeStyle.Lambda:
                Line($"Func<{string.Join(", ", inputs.Select(input => input.Type).Append(type))}> {helper} = ({string.Join(", ", inputs.Select((_, i) => $"a{i}"))}) => {inner};");
                Line($"var {name} = {helper}({arguments});");
                break;
            case CodeStyle.Field:
                Member($"private static {type} _{name};");
                Line($"_{name} = {direct};");
                return new CodeValue(type, "_" + name);
            case CodeStyle.Branch:
                Line($"{type} {name} = default;");
                Block("if (Environment.ProcessorCount > 0)", () => Line($"{name} = {direct};"));
                break;
            case CodeStyle.Tuple:
                Line($"var ({name}, _) = ({direct}, {_names});");
                break;
            case CodeStyle.ListItem:
                Line($"var {name} = new List<{type}> {{ {direct} }};");
                return new CodeValue(type, name + "[0]");
            case CodeStyle.DictionaryItem:
                Line($"var {name} = new Dictionary<string, {type}> {{ [\"only\"] = {direct} }};");
                return new CodeValue(type, name + "[\"only\"]");
            case CodeStyle.Loop:
                Line($"{type} {name} = default;");
                Block($"for (var {name}i = 0; {name}i < 1; {name}i++)", () => Line($"{name} = {direct};"));
                break;
            case CodeStyle.TryFinally:
                Line($"{type} {name};");
                Block("try", () => Line($"{name} = {direct};"));
                Block("finally", () => Line("Console.WriteLine();"));
                break;
            case CodeStyle.LinqSelect when inputs.Length > 0:
                Line($"var {name} = new[] {{ {inputs[0].Text} }}.Select(a0 => {WithFirst("a0", template, inputs)}).ToArray()[0];");
                break;
            case CodeStyle.SwitchExpression:
                Line($"var {name} = Environment.ProcessorCount switch {{ > 0 => {direct}, _ => throw new InvalidOperationException() }};");
                break;
            case CodeStyle.ObjectProperty:
                Line($"var {name} = new Box<{type}> {{ Value = {direct} }};");
                return new CodeValue(type, name + ".Value");
            case CodeStyle.Record:
                Line($"var {name} = new Named<{type}>(\"it\", {direct});");
                return new CodeValue(type, name + ".Value");
            case CodeStyle.AsyncMethod:
                Member($"private static async Task<{type}> {helper}({parameters}) {{ await Task.Yield(); return {inner}; }}");
                Line($"var {name} = {helper}({arguments}).GetAwaiter().GetResult();");
                break;
            case CodeStyle.TaskRun:
                Line($"var {name} = Task.Run(() => {direct}).Result;");
                break;
            case CodeStyle.Iterator:
                Member($"private static IEnumerable<{type}> {helper}({parameters}) {{ yield return {inner}; }}");
                Line($"var {name} = {helper}({arguments}).First();");
                break;
            case CodeStyle.OutParameter:
                Member($"private static void {helper}({Parameters(inputs, $"out {type} result")}) => result = {inner};");
                Line($"{helper}({Arguments(inputs, "out var " + name)});");
                break;
            case CodeStyle.StepObject:
                Member($"private sealed class {helper}({parameters}) {{ public {type} Result() => {inner}; }}");
                Line($"var {name} = new {helper}({arguments}).Result();");
                break;
            case CodeStyle.Conditional:
                Line($"{type} {name} = Environment.ProcessorCount > 0 ? {direct} : default;");
                break;
            case CodeStyle.PatternVariable:
                Line($"object {name}o = {direct};");
                Line($"if ({name}o is not {type} {name}) throw new InvalidOperationException();");
                break;
            case CodeStyle.WhileLoop:
                Line($"{type} {name};");
                Block("while (true)", () =>
                {
                    Line($"{name} = {direct};");
                    Line("break;");
                });
                break;
            case CodeStyle.DelegateDictionary:
                Line($"var {helper} = new Dictionary<string, Func<{type}>> {{ [\"a\"] = () => {direct} }};");
                Line($"var {name} = {helper}[\"a\"]();");
                break;
            case CodeStyle.ArrayItem:
                Line($"var {name} = new {type}[1];");
                Line($"{name}[0] = {direct};");
                return new CodeValue(type, name + "[0]");
            case CodeStyle.NullCoalescing when MayBeNull(type):
                Line($"{type} {name} = null;");
                Line($"{name} ??= {direct};");
                break;
            case CodeStyle.ExpressionProperty:
                Member($"private static {type} _{name};");
                Member($"private static {type} {helper} => _{name};");
                Line($"_{name} = {direct};");
                return new CodeValue(type, helper);
            case CodeStyle.ClosureVariable:
                Line($"{type} {name} = default;");
                Line($"Action {helper} = () => {name} = {direct};");
                Line($"{helper}();");
                break;
            case CodeStyle.Lazy:
                Line($"var {name} = new Lazy<{type}>(() => {direct});");
                return new CodeValue(type, name + ".Value");
            case CodeStyle.Lock:
                Line($"{type} {name};");
                Block("lock (typeof(Study))", () => Line($"{name} = {direct};"));
                break;
            case CodeStyle.SwitchStatement:
                Line($"{type} {name};");
                Block("switch (Environment.ProcessorCount)", () =>
                {
                    Line("case > 0:");
                    Line($"    {name} = {direct};");
                    Line("    break;");
                    Line("default:");
                    Line("    throw new InvalidOperationException();");
                });
                break;
            case CodeStyle.DoLoop:
                Line($"{type} {name};");
                Block("do", () => Line($"{name} = {direct};"));
                Line("while (Environment.ProcessorCount == 0);");
                break;
            case CodeStyle.CatchAndThrow:
                Line($"{type} {name};");
                Block("try", () => Line($"{name} = {direct};"));
                Block("catch (System.IO.IOException)", () => Line("throw;"));
                break;
            case CodeStyle.Query when inputs.Length > 0:
                Line($"var {name} = (from a0 in new[] {{ {inputs[0].Text} }} select {WithFirst("a0", template, inputs)}).Single();");
                break;
            case CodeStyle.AnonymousType:
                Line($"var {name} = new {{ Name = \"it\", Value = {direct} }};");
                return new CodeValue(type, name + ".Value");
            case CodeStyle.WithExpression:
                Line($"var {name} = new Named<{type}>(\"it\", default) with {{ Value = {direct} }};");
                return new CodeValue(type, name + ".Value");
            case CodeStyle.StructField:
                Member($"private struct {helper} {{ public {type} Value; }}");
                Line($"var {name}s = new {helper} {{ Value = {direct} }};");
                Line($"var {name} = {name}s;");
                return new CodeValue(type, name + ".Value");
            case CodeStyle.NestedObjects:
                Line($"var {name} = new Box<Box<{type}>> {{ Value = new Box<{type}> {{ Value = {direct} }} }};");
                return new CodeValue(type, name + ".Value.Value");
            case CodeStyle.Queue:
                Line($"var {name}s = new Queue<{type}>();");
                Line($"{name}s.Enqueue({direct});");
                Line($"var {name} = {name}s.Dequeue();");
                break;
            case CodeStyle.GetOrAdd:
                Line($"var {name}s = new System.Collections.Concurrent.ConcurrentDictionary<string, {type}>();");
                Line($"var {name} = {name}s.GetOrAdd(\"only\", _ => {direct});");
                break;
            case CodeStyle.TryGetValue:
                Line($"var {name}s = new Dictionary<string, {type}> {{ [\"only\"] = {direct} }};");
                Line($"if (!{name}s.TryGetValue(\"only\", out var {name})) throw new InvalidOperationException();");
                break;
            case CodeStyle.CollectionExpression:
                Line($"List<{type}> {name} = [{direct}];");
                return new CodeValue(type, name + "[^1]");
            case CodeStyle.DictionaryWalk:
                Line($"{type} {name} = default;");
                Block($"foreach (var ({name}key, {name}value) in new Dictionary<string, {type}> {{ [\"only\"] = {direct} }})", () => Line($"{name} = {name}value;"));
                break;
            case CodeStyle.NotNullPattern when MayBeNull(type):
                Line($"if ({direct} is not {{ }} {name}) throw new InvalidOperationException();");
                break;
            case CodeStyle.PropertySetter:
                Member($"private static {type} _{name};");
                Member($"private static {type} {helper} {{ get => _{name}; set => _{name} = value; }}");
                Line($"{helper} = {direct};");
                return new CodeValue(type, helper);
            case CodeStyle.ParallelLoop when inputs.Length > 0:
                Line($"{type} {name} = default;");
                Line($"Parallel.ForEach(new[] {{ {inputs[0].Text} }}, a0 => {name} = {WithFirst("a0", template, inputs)});");
                break;
            case CodeStyle.ContinueWith:
                Line($"var {name} = Task.Run(() => 1).ContinueWith(_ => {direct}).Result;");
                break;
            case CodeStyle.RecordDeconstruct:
                Line($"var (_, {name}) = new Named<{type}>(\"it\", {direct});");
                break;
            case CodeStyle.ImmutableItem:
                Line($"var {name} = System.Collections.Immutable.ImmutableArray.Create<{type}>({direct});");
                return new CodeValue(type, name + "[0]");
            case CodeStyle.Stack:
                Line($"var {name}s = new Stack<{type}>();");
                Line($"{name}s.Push({direct});");
                Line($"var {name} = {name}s.Pop();");
                break;
            case CodeStyle.ValuesWalk:
                Line($"{type} {name} = default;");
                Block($"foreach (var {name}value in new Dictionary<string, {type}> {{ [\"only\"] = {direct} }}.Values)", () => Line($"{name} = {name}value;"));
                break;
            case CodeStyle.Aggregate when inputs.Length > 0:
                Line($"var {name} = new[] {{ {inputs[0].Text} }}.Aggregate(default({type}), (_, a0) => {WithFirst("a0", template, inputs)});");
                break;
            case CodeStyle.FallbackCatch when MayBeNull(type):
                Line($"{type} {name};");
                Block("try", () => Line($"{name} = {direct};"));
                Block("catch (System.IO.IOException)", () => Line($"{name} = null;"));
                break;
            case CodeStyle.NullConditional when MayBeNull(type):
                Line($"var {name}box = Environment.ProcessorCount > 0 ? new Box<{type}> {{ Value = {direct} }} : null;");
                Line($"var {name} = {name}box?.Value;");
                break;
            case CodeStyle.ToDictionary when inputs.Length > 0:
                Line($"var {name} = new[] {{ {inputs[0].Text} }}.ToDictionary(_ => \"only\", a0 => {WithFirst("a0", template, inputs)});");
                return new CodeValue(type, name + "[\"only\"]");
            case CodeStyle.ForEachLoop when inputs.Length > 0:
                Line($"{type} {name} = default;");
                Block($"foreach (var {name}a in new[] {{ {inputs[0].Text} }})", () => Line($"{name} = {WithFirst(name + "a", template, inputs)};"));
                break;
            case CodeStyle.QueueLoop:
                Line($"{type} {name} = default;");
                Line($"var {name}s = new Queue<{type}>(new[] {{ {direct} }});");
                Block($"while ({name}s.TryDequeue(out var {name}next))", () => Line($"{name} = {name}next;"));
                break;
            case CodeStyle.TuplePattern:
                Line($"var {name} = (Environment.ProcessorCount, \"it\") switch {{ (> 0, \"it\") => {direct}, _ => throw new InvalidOperationException() }};");
                break;
            case CodeStyle.FirstMatching:
                Line($"var {name}all = new List<Named<{type}>> {{ new(\"it\", {direct}) }};");
                Line($"var {name} = {name}all.First(one => one.Name == \"it\").Value;");
                break;
            case CodeStyle.WhenAll:
                Line($"var {name} = Task.WhenAll(Task.Run(() => {direct})).GetAwaiter().GetResult();");
                return new CodeValue(type, name + "[0]");
            default:
                Line($"var {name} = {direct};");
                break;
        }

        return new CodeValue(type, name);
    }

    private static bool MayBeNull(string type) => type != "double" && !type.EndsWith("TrainTestData", StringComparison.Ordinal);

    private void Member(string text) => _members.Append("        ").Append(text).Append('\n');

    // The first input by another name.
    private static string WithFirst(string name, string template, IEnumerable<CodeValue> inputs) => Fill(template, inputs.Select((input, i) => i == 0 ? name : input.Text));

    private static string Fill(string template, IEnumerable<string> texts) =>
        texts.Select((text, i) => (text, i)).Aggregate(template, (filled, input) => filled.Replace($"{{{input.i}}}", input.text, StringComparison.Ordinal));
}
