namespace LeakageAnalyzers.Agreement.Tests.Generated;

/// <summary>Steps that stand in a method or a type of their own.</summary>
internal sealed partial class CodeWriter
{
    /// <summary>The step behind a call; null where <paramref name="style"/> writes no method.</summary>
    private CodeValue? ThroughMethod(CodeStyle style, string type, string template, CodeValue[] inputs)
    {
        var helper = Fresh("Step");
        var parameters = Parameters(inputs);
        var arguments = Arguments(inputs);
        var names = string.Join(", ", inputs.Select((_, i) => $"a{i}"));
        var function = $"Func<{string.Join(", ", inputs.Select(input => input.Type).Append(type))}>";
        var inner = Fill(template, inputs.Select((_, i) => $"a{i}"));
        var direct = Fill(template, inputs.Select(input => input.Text));
        switch (style)
        {
            case CodeStyle.CapturingLocalFunction:
                Line($"{type} {helper}() => {direct};");
                return Result($"{helper}()");
            case CodeStyle.Callback:
                var told = Fresh("v");
                Member($"private static void {helper}({Parameters(inputs, $"Action<{type}> done")}) => done({inner});");
                Line($"{type} {told} = default;");
                Line($"{helper}({Arguments(inputs, $"result => {told} = result")});");
                return new CodeValue(type, told);
            case CodeStyle.MethodGroup:
                Member($"private static {type} {helper}({parameters}) => {inner};");
                Line($"{function} run{helper} = {helper};");
                return Result($"run{helper}({arguments})");
            case CodeStyle.NamedArguments:
                Member($"private static {type} {helper}({parameters}) => {inner};");
                return Result($"{helper}({string.Join(", ", inputs.Select((input, i) => $"a{i}: {input.Text}").Reverse())})");
            case CodeStyle.RefParameter:
                var set = Fresh("v");
                Member($"private static void {helper}({Parameters(inputs, $"ref {type} result")}) => result = {inner};");
                Line($"{type} {set} = default;");
                Line($"{helper}({Arguments(inputs, "ref " + set)});");
                return new CodeValue(type, set);
            case CodeStyle.ParamsArray:
                Member($"private static {type} {helper}(params {type}[] all) => all[0];");
                return Result($"{helper}({direct})");
            case CodeStyle.EarlyReturn:
                Member($"private static {type} {helper}({parameters}) {{ if (Environment.ProcessorCount == 0) {{ throw new InvalidOperationException(); }} if (Environment.ProcessorCount > 0) {{ return {inner}; }} return default; }}");
                return Result($"{helper}({arguments})");
            case CodeStyle.TupleReturn:
                Member($"private static ({type} Value, int Count) {helper}({parameters}) => ({inner}, 1);");
                return Result($"{helper}({arguments}).Value");
            case CodeStyle.GenericMethod when inputs.Length > 0:
                Member($"private static TResult {helper}<T, TResult>(T value, Func<T, TResult> make) => make(value);");
                return Result($"{helper}({inputs[0].Text}, a0 => {WithFirst("a0", template, inputs)})");
            case CodeStyle.ExtensionMethod when inputs.Length > 0:
                Member($"private static {type} {helper}(this {parameters}) => {inner};");
                return Result($"{inputs[0].Text}.{helper}({string.Join(", ", inputs.Skip(1).Select(input => input.Text))})");
            case CodeStyle.Interface:
                Member($"private interface I{helper} {{ {type} Result({parameters}); }}");
                Member($"private sealed class {helper} : I{helper} {{ public {type} Result({parameters}) => {inner}; }}");
                Line($"I{helper} made{helper} = new {helper}();");
                return Result($"made{helper}.Result({arguments})");
            case CodeStyle.ExplicitInterface:
                Member($"private interface I{helper} {{ {type} Result({parameters}); }}");
                Member($"private sealed class {helper} : I{helper} {{ {type} I{helper}.Result({parameters}) => {inner}; }}");
                Line($"I{helper} made{helper} = new {helper}();");
                return Result($"made{helper}.Result({arguments})");
            case CodeStyle.DefaultInterfaceMethod:
                Member($"private interface I{helper} {{ {type} Result({parameters}) => {inner}; }}");
                Member($"private sealed class {helper} : I{helper};");
                Line($"I{helper} made{helper} = new {helper}();");
                return Result($"made{helper}.Result({arguments})");
            case CodeStyle.AbstractClass:
                Member($"private abstract class Base{helper} {{ public {type} Result() => Make(); protected abstract {type} Make(); }}");
                Member($"private sealed class {helper}({parameters}) : Base{helper} {{ protected override {type} Make() => {inner}; }}");
                return Result($"new {helper}({arguments}).Result()");
            case CodeStyle.ConstructorFields:
                var fields = string.Concat(inputs.Select((input, i) => $"private readonly {input.Type} _a{i}; "));
                Member($"private sealed class {helper} {{ {fields}public {helper}({parameters}) {{ {string.Concat(inputs.Select((_, i) => $"_a{i} = a{i}; "))}}} public {type} Result() {{ var result = {Fill(template, inputs.Select((_, i) => $"_a{i}"))}; return result; }} }}");
                return Result($"new {helper}({arguments}).Result()");
            case CodeStyle.Indexer:
                Member($"private sealed class {helper}({parameters}) {{ public {type} this[int index] => {inner}; }}");
                return Result($"new {helper}({arguments})[0]");
            case CodeStyle.Disposable:
                Member($"private sealed class {helper}({parameters}) : IDisposable {{ public {type} Value {{ get; }} = {inner}; public void Dispose() {{ }} }}");
                Line($"using var made{helper} = new {helper}({arguments});");
                return new CodeValue(type, $"made{helper}.Value");
            case CodeStyle.Builder:
                var (assigned, read) = (string.Concat(inputs.Select((_, i) => $"_a{i} = a{i}; ")), Fill(template, inputs.Select((_, i) => $"_a{i}")));
                Member($"private sealed class {helper} {{ {string.Concat(inputs.Select((input, i) => $"private {input.Type} _a{i}; "))}public {helper} With({parameters}) {{ {assigned}return this; }} public {type} Build() => {read}; }}");
                return Result($"new {helper}().With({arguments}).Build()");
            case CodeStyle.BaseConstructor:
                Member($"private abstract class Base{helper} {{ protected Base{helper}({parameters}) {{ Value = {inner}; }} public {type} Value {{ get; }} }}");
                Member($"private sealed class {helper} : Base{helper} {{ public {helper}({parameters}) : base({names}) {{ }} }}");
                return Result($"new {helper}({arguments}).Value");
            case CodeStyle.ThisConstructor:
                Member($"private sealed class {helper} {{ public {helper}({parameters}) : this({string.Join(", ", inputs.Select((_, i) => $"a{i}").Append("1"))}) {{ }} private {helper}({Parameters(inputs, "int count")}) {{ Value = {inner}; }} public {type} Value {{ get; }} }}");
                return Result($"new {helper}({arguments}).Value");
            case CodeStyle.ConversionOperator when inputs.Length > 1:
                Member($"private sealed class {helper} {{ public {type} Value {{ get; init; }} public static implicit operator {helper}(({parameters}) all) => new {helper} {{ Value = {Fill(template, inputs.Select((_, i) => $"all.a{i}"))} }}; }}");
                Line($"{helper} made{helper} = ({arguments});");
                return new CodeValue(type, $"made{helper}.Value");
            case CodeStyle.UserOperator:
                Member($"private sealed class {helper}({parameters}) {{ private {type} Value => {inner}; public static {type} operator ~({helper} it) => it.Value; }}");
                return Result($"~new {helper}({arguments})");
            case CodeStyle.Deconstruct:
                Member($"private sealed class {helper}({parameters}) {{ public void Deconstruct(out {type} value, out int count) => (value, count) = ({inner}, 1); }}");
                var part = Fresh("v");
                Line($"var ({part}, _) = new {helper}({arguments});");
                return new CodeValue(type, part);
            case CodeStyle.CollectionInitializer when inputs.Length > 0:
                Member($"private sealed class {helper} : System.Collections.IEnumerable {{ public {type} Last {{ get; private set; }} public void Add({parameters}) => Last = {inner}; public System.Collections.IEnumerator GetEnumerator() => throw new NotSupportedException(); }}");
                return Result($"new {helper} {{ {{ {arguments} }} }}.Last");
            case CodeStyle.Event:
                Member($"private static event {function} {helper};");
                Line($"{helper} += ({names}) => {inner};");
                return Result($"{helper}({arguments})");
            case CodeStyle.GenericClass:
                Member($"private sealed class {helper}<T>({Parameters(inputs, "T extra")}) {{ public T Extra => extra; public {type} Result() => {inner}; }}");
                return Result($"new {helper}<string>({Arguments(inputs, "\"it\"")}).Result()");
            case CodeStyle.NestedFunctions:
                Line($"{type} {helper}({parameters})");
                Line("{");
                Line($"    {type} Inner() => {inner};");
                Line("    return Inner();");
                Line("}");
                return Result($"{helper}({arguments})");
            case CodeStyle.BaseCall:
                Member($"private class Base{helper} {{ public virtual {type} Make({parameters}) => {inner}; }}");
                Member($"private sealed class {helper} : Base{helper} {{ public override {type} Make({parameters}) => base.Make({names}); }}");
                return Result($"new {helper}().Make({arguments})");
            case CodeStyle.GenericConstraint:
                Member($"private interface I{helper} {{ {type} Make({parameters}); }}");
                Member($"private sealed class {helper} : I{helper} {{ public {type} Make({parameters}) => {inner}; }}");
                Member($"private static {type} Run{helper}<T>({parameters}) where T : I{helper}, new() => new T().Make({names});");
                return Result($"Run{helper}<{helper}>({arguments})");
            case CodeStyle.StaticAbstract:
                Member($"private interface I{helper} {{ static abstract {type} Make({parameters}); }}");
                Member($"private sealed class {helper} : I{helper} {{ public static {type} Make({parameters}) => {inner}; }}");
                Member($"private static {type} Run{helper}<T>({parameters}) where T : I{helper} => T.Make({names});");
                return Result($"Run{helper}<{helper}>({arguments})");
            case CodeStyle.FieldDelegate:
                Member($"private static readonly {function} {helper} = ({names}) => {inner};");
                return Result($"{helper}({arguments})");
            case CodeStyle.PartialMethod:
                Member($"private static partial class {helper} {{ public static partial {type} Make({parameters}); }}");
                Member($"private static partial class {helper} {{ public static partial {type} Make({parameters}) => {inner}; }}");
                return Result($"{helper}.Make({arguments})");
            default:
                return null;
        }

        CodeValue Result(string call)
        {
            var name = Fresh("v");
            Line($"var {name} = {call};");
            return new CodeValue(type, name);
        }
    }

    private static string Parameters(IEnumerable<CodeValue> inputs, params string[] last) => string.Join(", ", inputs.Select((input, i) => $"{input.Type} a{i}").Concat(last));

    private static string Arguments(IEnumerable<CodeValue> inputs, params string[] last) => string.Join(", ", inputs.Select(input => input.Text).Concat(last));
}
