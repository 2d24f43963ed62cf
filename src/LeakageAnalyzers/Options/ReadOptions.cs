using System.Globalization;
using LeakageAnalyzers.MlNet;
using LeakageAnalyzers.Workflow.Rules;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LeakageAnalyzers.Options;

/// <summary>The options of one file as the rules know them, and what could not be read.</summary>
internal sealed class ReadOptions
{
    // What .editorconfig has for "not set here".
    private const string Unset = "unset";

    private readonly List<MalformedOption> _malformed = [];
    private readonly IReadOnlyDictionary<string, string> _given;

    private ReadOptions(IReadOnlyDictionary<string, string> given)
    {
        _given = given;
        Rules = new RuleOptions(new GroupColumnNames(Patterns(OptionNames.GroupColumns)))
        {
            TimeColumns = new TimeColumnNames(Patterns(OptionNames.TimeColumns)),
            IdentifierColumns = new IdentifierColumnNames(Patterns(OptionNames.IdentifierColumns)),
            DefaultLabel = Catalog.DefaultLabel,
            MinTestRows = Count(OptionNames.MinTestRows, RuleOptions.DefaultMinTestRows),
        };
        _malformed.AddRange(given.Keys.Where(name => !OptionNames.All.Contains(name, StringComparer.OrdinalIgnoreCase)).Select(
            name => new MalformedOption(name, "there is no such option", $"There are {string.Join(", ", OptionNames.All)}.")));
    }

    /// <summary>For the rules; what could not be read is as if it were not there.</summary>
    public RuleOptions Rules { get; }

    /// <summary>What could not be read.</summary>
    public IReadOnlyList<MalformedOption> Malformed => _malformed;

    /// <summary>Reads what stands in <paramref name="given"/> of ours.</summary>
    public static ReadOptions From(IReadOnlyDictionary<string, string> given) => new(given);

    /// <summary>The options of ours that are set for one file.</summary>
    public static IReadOnlyDictionary<string, string> GivenIn(AnalyzerConfigOptions options)
    {
        var given = new SortedDictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in options.Keys.Where(key => key.StartsWith(OptionNames.Prefix, StringComparison.OrdinalIgnoreCase)))
        {
            if (options.TryGetValue(name, out var value) && value.Trim() is { Length: > 0 } text && !text.Equals(Unset, StringComparison.OrdinalIgnoreCase))
            {
                given[name] = text;
            }
        }

        return given;
    }

    private ColumnNamePatterns Patterns(string name)
    {
        if (!_given.TryGetValue(name, out var text))
        {
            return ColumnNamePatterns.None;
        }

        if (ColumnNamePatterns.Parse(text) is { } patterns)
        {
            return patterns;
        }

        _malformed.Add(new MalformedOption(name, $"'{text}' has an entry without a name", "Write column names between commas, such as 'CaseNo, *_subject, !StudyId'."));
        return ColumnNamePatterns.None;
    }

    private int Count(string name, int otherwise)
    {
        if (!_given.TryGetValue(name, out var text))
        {
            return otherwise;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0)
        {
            return count;
        }

        _malformed.Add(new MalformedOption(name, $"'{text}' is not a whole number above 0", $"Write a number of rows, such as {otherwise.ToString(CultureInfo.InvariantCulture)}."));
        return otherwise;
    }
}

/// <summary>An option that could not be read.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Why">What is wrong with it.</param>
/// <param name="Advice">What to write.</param>
internal sealed record MalformedOption(string Name, string Why, string Advice);
