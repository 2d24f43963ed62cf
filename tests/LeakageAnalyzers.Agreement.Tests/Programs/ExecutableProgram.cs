using LeakageAnalyzers.Agreement.Host;
using LeakageAnalyzers.Tool.Prove.Instrumentation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;

namespace LeakageAnalyzers.Agreement.Tests.Programs;

/// <summary>A program that was compiled to run under the guard.</summary>
internal sealed class ExecutableProgram
{
    private readonly byte[] _image;

    private ExecutableProgram(byte[] image, IReadOnlyList<UnwatchedCall> unwatched) => (_image, Unwatched) = (image, unwatched);

    /// <summary>The workflow calls that the guard does not see.</summary>
    public IReadOnlyList<UnwatchedCall> Unwatched { get; }

    /// <summary>Instruments <paramref name="program"/>, supplies its data and compiles it.</summary>
    /// <exception cref="InvalidOperationException">What the instrumenter made of it does not compile.</exception>
    public static ExecutableProgram Of(CSharpCompilation program)
    {
        var instrumented = Instrumenter.Instrument(program);
        var text = string.Concat(program.SyntaxTrees.Select(tree => tree.ToString()));
        var ownTypes = program.SyntaxTrees.SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>()).Select(type => type.Identifier.ValueText).ToHashSet();
        var supplied = instrumented.Compilation;
        foreach (var tree in supplied.SyntaxTrees)
        {
            var given = new GivenDataRewriter(ownTypes, text).Visit(tree.GetRoot());
            supplied = supplied.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(given.ToFullString(), (CSharpParseOptions)tree.Options, tree.FilePath, System.Text.Encoding.UTF8));
        }

        supplied = supplied
            .AddSyntaxTrees(CSharpSyntaxTree.ParseText($"global using {GivenDataRewriter.Namespace};", (CSharpParseOptions)program.SyntaxTrees[0].Options, "Given.g.cs", System.Text.Encoding.UTF8))
            .AddReferences(ProgramReferences.GivenData);
        using var image = new MemoryStream();
        var result = supplied.Emit(image, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.Embedded));
        return result.Success
            ? new ExecutableProgram(image.ToArray(), instrumented.Unwatched)
            : throw new InvalidOperationException("The instrumented program does not compile: " + string.Join("; ", result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Take(5)));
    }

    /// <summary>Runs the program with <paramref name="args"/>.</summary>
    public GuardedRun Run(params string[] args) => Run(RunPart.Main, args)[0];

    /// <summary>Runs what others may call of the program.</summary>
    public GuardedRun RunMembers() => Run(RunPart.Members, [])[0];

    /// <summary>Runs the method <c>Run</c> of each of <paramref name="types"/>, each under a guard of its own.</summary>
    public IReadOnlyList<GuardedRun> RunEach(IReadOnlyList<string> types) => Run(RunPart.Types, types);

    private IReadOnlyList<GuardedRun> Run(RunPart part, IReadOnlyList<string> names) =>
        ProgramHost.Run(new RunRequest(_image, GuardedCalls.TypeName, GuardedCalls.GuardProperty, part, names));
}
