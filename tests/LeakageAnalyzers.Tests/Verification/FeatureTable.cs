using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace LeakageAnalyzers.Tests.Verification;

/// <summary>A list of features, each verified by its program and its twin.</summary>
internal sealed partial class FeatureTable(params Feature[] features)
{
    /// <summary>The names, in the order of the list.</summary>
    public TheoryData<string> Names => new(features.Select(feature => feature.Name));

    /// <summary>Expects the marked findings and no others in the program that leaks through the feature called <paramref name="name"/>, and none in its twin.</summary>
    public async Task VerifyAsync(string name)
    {
        var feature = features.Single(feature => feature.Name == name);
        Assert.Contains('§', feature.Program + string.Concat(feature.OtherFiles));
        var leaking = await FindingsAsync(feature, feature.Leaking);
        Assert.NotEmpty(leaking.Expected);
        Assert.Equal(leaking.Expected, leaking.Found);
        Assert.Empty((await FindingsAsync(feature, feature.Honest)).Found);
    }

    /// <summary>Expects that nothing is reported in either program of the feature called <paramref name="name"/>, which is not followed: nothing is guessed at.</summary>
    public async Task VerifySilentAsync(string name)
    {
        var feature = features.Single(feature => feature.Name == name);
        Assert.Empty((await FindingsAsync(feature, feature.Leaking)).Found);
        Assert.Empty((await FindingsAsync(feature, feature.Honest)).Found);
    }

    private static async Task<(IReadOnlyList<string> Expected, IReadOnlyList<string> Found)> FindingsAsync(Feature feature, string part)
    {
        var files = feature.OtherFiles.Prepend(feature.Program).Select((text, i) => MarkedText.Parse(i == 0 ? "Program.cs" : $"Other{i}.cs", text.Replace("§", part, StringComparison.Ordinal))).ToList();
        var found = await Analysis.OfCompilingAsync(files.Select(file => (file.Text, file.Path)));
        return ([.. files.OrderBy(file => file.Path, StringComparer.Ordinal).SelectMany(file => file.Expected)], [.. found.Where(finding => !Remarks.Contains(finding.Id)).Select(Describe)]);
    }

    private static string Describe(Diagnostic finding) => string.Create(
        CultureInfo.InvariantCulture, $"{finding.Id} at {finding.Location.SourceTree!.FilePath} {finding.Location.SourceSpan.Start}: {finding.Location.SourceTree.GetText().ToString(finding.Location.SourceSpan)}");

    /// <summary>A text without the marks of the findings that are expected in it.</summary>
    private sealed partial record MarkedText(string Path, string Text, IReadOnlyList<string> Expected)
    {
        public static MarkedText Parse(string path, string marked)
        {
            var text = Mark().Replace(marked, "$2");
            var removed = 0;
            var expected = new List<string>();
            foreach (Match mark in Mark().Matches(marked))
            {
                expected.Add(string.Create(CultureInfo.InvariantCulture, $"{mark.Groups[1].Value} at {path} {mark.Index - removed}: {mark.Groups[2].Value}"));
                removed += mark.Length - mark.Groups[2].Length;
            }

            return new MarkedText(path, text, expected);
        }

        [GeneratedRegex(@"\{\|(LEAK\d+):(.*?)\|\}", RegexOptions.Singleline)]
        private static partial Regex Mark();
    }
}
