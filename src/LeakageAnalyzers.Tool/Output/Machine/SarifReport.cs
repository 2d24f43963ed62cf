using System.Text.Json;
using System.Text.Json.Nodes;
using LeakageAnalyzers.Tool.Analysis;
using LeakageAnalyzers.Tool.Programs;
using LeakageAnalyzers.Workflow.Rules;

namespace LeakageAnalyzers.Tool.Output.Machine;

/// <summary>A run as SARIF 2.1.0 (OASIS standard, 27 March 2020): results with code flows, fixes and fingerprints, and what could not be analysed as notifications.</summary>
internal static class SarifReport
{
    private const string Root = "ROOT";

    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The SARIF text, with files relative to <paramref name="folder"/>.</summary>
    public static string Of(Run run, string folder)
    {
        var rules = RuleSet.All.Select(rule => rule.Description).ToList();
        var log = new JsonObject
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new JsonArray(new JsonObject
            {
                ["tool"] = new JsonObject
                {
                    ["driver"] = new JsonObject
                    {
                        ["name"] = "LeakageAnalyzers",
                        ["semanticVersion"] = typeof(SarifReport).Assembly.GetName().Version!.ToString(3),
                        ["rules"] = new JsonArray([.. rules.Select(rule => new JsonObject
                        {
                            ["id"] = rule.Id,
                            ["shortDescription"] = Message(rule.Title),
                            ["fullDescription"] = Message(rule.Explanation),
                            ["defaultConfiguration"] = new JsonObject { ["level"] = rule.Severity == Workflow.Descriptions.DefaultSeverity.Warning ? "warning" : "note" },
                            ["properties"] = new JsonObject { ["category"] = rule.Category },
                        })]),
                    },
                },
                ["originalUriBaseIds"] = new JsonObject { [Root] = new JsonObject { ["uri"] = new Uri(Path.TrimEndingDirectorySeparator(folder) + "/").AbsoluteUri } },
                ["columnKind"] = "utf16CodeUnits",
                ["invocations"] = new JsonArray(new JsonObject
                {
                    ["executionSuccessful"] = !run.Problems.Any(problem => problem.IsFatal),
                    ["toolExecutionNotifications"] = new JsonArray([.. run.Problems.Select(problem => new JsonObject
                    {
                        ["level"] = problem.IsFatal ? "error" : "note",
                        ["message"] = Message(problem.Message),
                        ["locations"] = new JsonArray(new JsonObject { ["physicalLocation"] = new JsonObject { ["artifactLocation"] = Artifact(problem.Path, folder) } }),
                    })]),
                }),
                ["results"] = new JsonArray([.. run.Findings.Select(finding => Result(finding, rules.FindIndex(rule => rule.Id == finding.Rule.Id), folder))]),
            }),
        };
        return log.ToJsonString(Options) + "\n";
    }

    private static JsonObject Result(ReportedFinding finding, int rule, string folder)
    {
        var result = new JsonObject
        {
            ["ruleId"] = finding.Rule.Id,
            ["ruleIndex"] = rule,
            ["level"] = finding.Level == Level.Info ? "note" : finding.Level.ToString().ToLowerInvariant(),
            ["message"] = Message(finding.Message),
            ["locations"] = new JsonArray(Location(finding.Place, folder)),
            ["partialFingerprints"] = new JsonObject { ["leakageCode/v1"] = finding.Fingerprint },
        };
        if (finding.Story.Count > 0)
        {
            result["codeFlows"] = new JsonArray(new JsonObject
            {
                ["message"] = Message("The way of the data"),
                ["threadFlows"] = new JsonArray(new JsonObject
                {
                    ["locations"] = new JsonArray([.. finding.Story.Index().Select(step => new JsonObject
                    {
                        ["executionOrder"] = step.Index + 1,
                        ["importance"] = step.Item.Place == finding.Place ? "essential" : "important",
                        ["location"] = Location(step.Item.Place, folder, step.Item.Verb + " here"),
                    })]),
                }),
            });
        }

        if (finding.Repair is { } repair)
        {
            result["fixes"] = new JsonArray(new JsonObject
            {
                ["description"] = Message(repair.Title),
                ["artifactChanges"] = new JsonArray(new JsonObject { ["artifactLocation"] = Artifact(repair.File, folder), ["replacements"] = new JsonArray(Replacement(repair.Before, repair.After)) }),
            });
        }

        return result;
    }

    // Whole lines, from the first that differs to the last.
    private static JsonObject Replacement(string before, string after)
    {
        var (old, now) = (before.Split('\n'), after.Split('\n'));
        var head = old.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count();
        var tail = old.Skip(head).Reverse().Zip(now.Skip(head).Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();
        var inserted = now[head..(now.Length - tail)];
        return new JsonObject
        {
            ["deletedRegion"] = new JsonObject { ["startLine"] = head + 1, ["startColumn"] = 1, ["endLine"] = old.Length - tail + 1, ["endColumn"] = 1 },
            ["insertedContent"] = new JsonObject { ["text"] = string.Concat(inserted.Select(line => line + "\n")) },
        };
    }

    private static JsonObject Location(CodePlace place, string folder, string? message = null)
    {
        // A cell's columns are not those of the JSON text that holds it.
        var region = place.Cell is null
            ? new JsonObject { ["startLine"] = place.Line, ["startColumn"] = place.Column, ["endLine"] = place.EndLine, ["endColumn"] = place.EndColumn }
            : new JsonObject { ["startLine"] = place.FileLine };
        region["snippet"] = Message(place.Code.Trim());
        var location = new JsonObject { ["physicalLocation"] = new JsonObject { ["artifactLocation"] = Artifact(place.File, folder), ["region"] = region } };
        if (place.Cell is { } cell)
        {
            location["logicalLocations"] = new JsonArray(new JsonObject { ["name"] = place.Describe(), ["fullyQualifiedName"] = $"cell {cell}", ["kind"] = "cell" });
        }

        if (message is not null)
        {
            location["message"] = Message(message);
        }

        return location;
    }

    private static JsonObject Artifact(string path, string folder) => Path.IsPathRooted(path) && Path.GetRelativePath(folder, path) is var relative && !relative.StartsWith("..", StringComparison.Ordinal)
        ? new JsonObject { ["uri"] = Uri.EscapeDataString(relative.Replace('\\', '/')).Replace("%2F", "/", StringComparison.Ordinal), ["uriBaseId"] = Root }
        : new JsonObject { ["uri"] = Path.IsPathRooted(path) ? new Uri(path).AbsoluteUri : Uri.EscapeDataString(path) };

    private static JsonObject Message(string text) => new() { ["text"] = text };
}
