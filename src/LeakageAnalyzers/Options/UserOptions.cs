using System.Collections.Concurrent;
using LeakageAnalyzers.Workflow.Descriptions;
using LeakageAnalyzers.Workflow.Rules;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LeakageAnalyzers.Options;

/// <summary>What the user set in .editorconfig and .globalconfig files, of one compilation.</summary>
internal sealed class UserOptions
{
    private readonly AnalyzerConfigOptionsProvider _provider;
    private readonly bool _isTestProject;
    private readonly ConcurrentDictionary<SyntaxTree, ReadOptions> _byFile = new();
    private readonly KnownOptions _known;

    /// <param name="provider">What was set.</param>
    /// <param name="isTestProject">Whether the compilation tests software.</param>
    /// <param name="known">What was read before.</param>
    public UserOptions(AnalyzerConfigOptionsProvider provider, bool isTestProject, KnownOptions known) => (_provider, _isTestProject, _known) = (provider, isTestProject, known);

    /// <summary>What the rules go by in <paramref name="file"/>.</summary>
    public RuleOptions For(SyntaxTree file) => Read(file).Rules with { IsTestProject = _isTestProject };

    /// <summary>One warning for each option that cannot be read, whichever of <paramref name="files"/> it is set for.</summary>
    public IEnumerable<Diagnostic> Malformed(IEnumerable<SyntaxTree> files) => files
        .SelectMany(file => Read(file).Malformed)
        .Distinct()
        .OrderBy(option => option.Name, StringComparer.Ordinal)
        .ThenBy(option => option.Why, StringComparer.Ordinal)
        .Select(option => Diagnostic.Create(Descriptors.Of(ToolDescriptions.MalformedOption), Location.None, option.Name, option.Why, option.Advice));

    private ReadOptions Read(SyntaxTree file) => _byFile.GetOrAdd(file, key => _known.Of(ReadOptions.GivenIn(_provider.GetOptions(key))));
}
