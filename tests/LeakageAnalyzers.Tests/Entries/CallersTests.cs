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
}
