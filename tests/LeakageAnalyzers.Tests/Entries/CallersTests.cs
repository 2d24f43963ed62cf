using LeakageAnalyzers.Interpreter.Entries;
using LeakageAnalyzers.Interpreter.Flow;
using LeakageAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace LeakageAnalyzers.Tests.Entries;

/// <summary>Which members of a program somebody calls.</summary>
public sealed class CallersTests
{
    // Of many calls of one name the last one alone is that of the last class; it calls itself, too.
    private static readonly string Program = string.Concat(Enumerable.Range(0, 12).Select(i => $$"""
        public class Study{{i}}
        {
            public int Run(int depth) => depth == 0 ? Helper(1) : Run(depth - 1);
            private static int Helper(int n) => n + Other(n);
            private static int Other(int n) => n;
            private int Unused() => Unused();
            public virtual int Score => 0;
        }

        """)) + """
        public class Better : Study11 { public override int Score => 1; }
        public interface IRuns { void Start(); }
        public class Runs : IRuns { void IRuns.Start() { } public void Stop() { } }
        public static class All
        {
            public static void Main()
            {
        """ + string.Concat(Enumerable.Range(0, 11).Where(i => i != 5).Select(i => $"\n        new Study{i}().Run(2);")) + """

                new Study11().Run(new Better().Score);
                IRuns runs = new Runs();
                runs.Start();
            }
        }
        """;

    [Fact]
    public void A_member_has_callers_where_asking_for_all_of_them_finds_one()
    {
        var compilation = Analysis.CompilationOf(Program);
        var members = new[] { "Study5", "Study11", "Better", "Runs", "All" }.SelectMany(type => compilation.GetTypeByMetadataName(type)!.GetMembers())
            .Where(member => member is IPropertySymbol or IMethodSymbol { AssociatedSymbol: null, MethodKind: not MethodKind.Constructor }).ToList();
        var called = members.Where(member => !New().CallersOf(member, default).IsEmpty).ToList();

        Assert.Equal(called, members.Where(member => New().HasCallers(member, default)));
        Assert.Equal(
            ["Study5.Helper", "Study5.Other", "Study11.Run", "Study11.Helper", "Study11.Other", "Better.Score", "Runs.IRuns.Start"],
            called.Select(member => $"{member.ContainingType.Name}.{member.Name}"));

        // Nothing is known of the compilation yet.
        CallIndex New() => new(compilation, new SourceBodies(compilation), new KnownMentions());
    }

    [Theory]
    [InlineData("public class Base { public Base(int n) { } } public class Study : Base { public Study() : base(1) { } }", "Base", ".ctor", "Study..ctor")]
    [InlineData("public class Base { public Base(int n) { } } public class Study(int n) : Base(n);", "Base", ".ctor", "Study..ctor")]
    [InlineData("public class Study { public Study() : this(1) { } private Study(int n) { } }", "Study", ".ctor", "Study..ctor")]
    [InlineData("public class Parts { public int this[int n] => n; } public class Study { public int Run(Parts parts) => parts[0]; }", "Parts", "this[]", "Study.Run")]
    [InlineData("public class Parts { public int this[int n] => n; } public class Study { public int? Run(Parts parts) => parts?[0]; }", "Parts", "this[]", "Study.Run")]
    [InlineData("public class Parts { public int this[int n] { get => n; set { } } } public class Study { public Parts Run() => new Parts { [0] = 1 }; }", "Parts", "this[]", "Study.Run")]
    [InlineData("public class Score { public static Score operator +(Score a, Score b) => a; } public class Study { public Score Run(Score a) => a + a; }", "Score", "op_Addition", "Study.Run")]
    [InlineData("public class Score { public static Score operator +(Score a, Score b) => a; } public class Study { public void Run(Score a) { a += a; } }", "Score", "op_Addition", "Study.Run")]
    [InlineData("public class Score { public static Score operator -(Score a) => a; } public class Study { private readonly Score _a = -new Score(); }", "Score", "op_UnaryNegation", "Study._a")]
    [InlineData("public class Score { public static implicit operator double(Score a) => 1; } public class Study { public double Run => new Score(); }", "Score", "op_Implicit", "Study.Run")]
    [InlineData("public class Parts { public void Deconstruct(out int a, out int b) => a = b = 0; } public class Study { public void Run(Parts parts) { var (a, b) = parts; } }", "Parts", "Deconstruct", "Study.Run")]
    [InlineData("public class Parts { public void Deconstruct(out int a, out int b) => a = b = 0; } public class Study { public void Run(Parts[] all) { foreach (var (a, b) in all) { } } }", "Parts", "Deconstruct", "Study.Run")]
    [InlineData("public class Bag : System.Collections.IEnumerable { public void Add(int n) { } public System.Collections.IEnumerator GetEnumerator() => null; } public class Study { public Bag Run() => new Bag { 1 }; }", "Bag", "Add", "Study.Run")]
    public void A_member_is_called_without_being_named(string program, string type, string name, string caller)
    {
        var compilation = Analysis.CompilationOf(program);
        var members = compilation.GetTypeByMetadataName(type)!.GetMembers(name);
        var member = members[^1];
        var calls = new CallIndex(compilation, new SourceBodies(compilation), new KnownMentions());

        Assert.True(calls.HasCallers(member, default));
        Assert.Equal([caller], calls.CallersOf(member, default).Select(by => $"{by.ContainingType.Name}.{by.Name}"));
    }
}
