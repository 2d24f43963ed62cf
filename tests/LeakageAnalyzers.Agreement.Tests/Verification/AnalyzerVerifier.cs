using System.Diagnostics;
using System.Text;
using LeakageAnalyzers.Agreement.Host;
using LeakageAnalyzers.Agreement.Tests.Programs;
using LeakageAnalyzers.Agreement.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LeakageAnalyzers.Tests.Verification;

/// <summary>
/// Stands in for the verifier of the same name: the tests of the rules and of the interpreter are compiled into this project as well, and each of their programs is run under the guard, which has
/// to say what the analyzer is expected to say of the same lines.
/// </summary>
internal static class AnalyzerVerifier
{
    /// <summary>Expects the marked findings from the guard, but for what <see cref="KnownDifferences"/> lists.</summary>
    public static Task VerifyAsync(string program, params string[] otherFiles)
    {
        var test = NameOfTest();
        var files = otherFiles.Select((text, i) => MarkedProgram.Parse(text, FormattableString.Invariant($"Other{i}.cs"))).Prepend(MarkedProgram.Parse(program, "Program.cs")).ToList();
        var reported = files.SelectMany(file => file.Findings).Distinct().Order(StringComparer.Ordinal);
        var expected = reported.Where(finding => KnownDifferences.IsCommon(finding[^"LEAK000".Length..])).ToList();
        var seen = Run(files, out var failure);
        Log(test, expected, seen, failure);

        switch (KnownDifferences.All.FirstOrDefault(known => known.Test == test)?.Sees)
        {
            case Side.Analyzer:
                Assert.Subset(expected.ToHashSet(), seen.ToHashSet());
                break;
            case Side.Guard:
                Assert.Superset(expected.ToHashSet(), seen.ToHashSet());
                break;
            case Side.NotRunnable when failure is not null:
                Assert.Subset(expected.ToHashSet(), seen.ToHashSet());
                break;
            default:
                Assert.Equal(expected, seen);
                Assert.Null(failure);
                break;
        }

        return Task.CompletedTask;
    }

    private static List<string> Run(List<MarkedProgram> files, out string? failure)
    {
        var trees = files.Select(file => (file.Text, file.File)).Append((SharedSource.Text, SharedSource.FileName))
            .Select(file => CSharpSyntaxTree.ParseText(file.Item1, path: file.Item2, encoding: Encoding.UTF8));
        var executable = ExecutableProgram.Of(CSharpCompilation.Create("Program", trees, ProgramReferences.All, new CSharpCompilationOptions(OutputKind.ConsoleApplication)));

        // What is given on the command line decides which way some programs take.
        var runs = new List<GuardedRun> { executable.Run() };
        if (files[0].Text.Contains("args", StringComparison.Ordinal))
        {
            runs.Add(executable.Run("readings.csv", "test.csv"));
            runs.Add(executable.Run("quick"));
        }

        failure = runs.TrueForAll(run => run.Failure is not null) ? runs[0].Failure : null;
        var members = executable.RunMembers();
        failure ??= members.Failure;
        return
        [
            .. runs.Append(members).SelectMany(run => run.Findings).Where(finding => KnownDifferences.IsCommon(finding.Id))
                .Select(finding => FormattableString.Invariant($"{Path.GetFileName(finding.FilePath)}({finding.Line}): {finding.Id}"))
                .Distinct().Order(StringComparer.Ordinal),
        ];
    }

    // The tests are shared with a project that has no use for it, so they do not say who they are.
    private static string NameOfTest()
    {
        var method = new StackTrace().GetFrames().Select(frame => frame.GetMethod()).First(method => method?.DeclaringType?.Name.EndsWith("Tests", StringComparison.Ordinal) == true)!;
        return $"{method.DeclaringType!.Name}.{method.Name}";
    }

    // LEAKAGE_AGREEMENT_LOG names a file that lists every program with what both sides say.
    private static void Log(string test, IReadOnlyList<string> expected, IReadOnlyList<string> seen, string? failure)
    {
        if (Environment.GetEnvironmentVariable("LEAKAGE_AGREEMENT_LOG") is { Length: > 0 } path)
        {
            lock (typeof(AnalyzerVerifier))
            {
                var verdict = expected.SequenceEqual(seen) && failure is null ? "agree" : "differ";
                File.AppendAllText(path, $"{verdict}\t{test}\tanalyzer: {string.Join(", ", expected)}\tguard: {string.Join(", ", seen)}\t{failure?.ReplaceLineEndings(" ")}\n");
            }
        }
    }
}
