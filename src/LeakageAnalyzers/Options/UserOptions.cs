using System.Collections.Concurrent;
using LeakageAnalyzers.Workflow.Descriptions;
using LeakageAnalyzers.Workflow.Rules;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LeakageAnalyzers.Options;

/// <summary>What the user set in .editorconfig and .globalconfig files, of one compilation. Files with the same options share one reading.</summary>
internal sealed class UserOptions
{
    private readonly AnalyzerConfigOptionsProvider _provider;
    private readonly bool _isTestProject;
    private readonly ConcurrentDictionary<SyntaxTree, ReadOptions> _byFile = new();
    private readonly ConcurrentDictionary<string, ReadOptions> _byText = new(StringComparer.Ordinal);

    /// <param name="provider">What was set.</param>
    /// <param name="isTestProject">Whether the compilation tests software.</param>
    public UserOptions(AnalyzerConfigOptionsProvider provider, bool isTestProject) => (_provider, _isTestProject) = (provider, isTestProject);

    /// <summary>What the rules go by in <paramref name="file"/>.</summary>
    public RuleOptions For(SyntaxTree file) => Read(file).Rules with { IsTestProject = _isTestProject };

    /// <summary>One warning for each option that cannot be read, whichever of <paramref name="files"/> it is set for.</summary>
    public IEnumerable<Diagnostic> Malformed(IEnumerable<SyntaxTree> files) => files
        .SelectMany(file => Read(file).Malformed)
        .Distinct()
        .OrderBy(option => option.Name, StringComparer.Ordinal)
        .ThenBy(option => option.Why, StringComparer.Ordinal)
        .Select(option => Diagnostic.Create(Descriptors.Of(ToolDescriptions.MalformedOption), Location.None, option.Name, option.Why, option.Advice));

    private ReadOptions Read(SyntaxTree file) => _byFile.GetOrAdd(file, key =>
    {
        var given = ReadOptions.GivenIn(_provider.GetOptions(key));
        return _byText.GetOrAdd(string.Join("\n", given.Select(option => $"{option.Key}={option.Value}")), _ => ReadOptions.From(given));
    });
}
