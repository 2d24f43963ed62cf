using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace LeakageAnalyzers.Runtime.Report.Tests;

/// <summary>The JSON and the schema that is published with it.</summary>
public sealed class ReportSchemaTests
{
    private static readonly JsonSchema Schema = JsonSchema.FromText(EvaluationReport.JsonSchema);

    private static readonly EvaluationOptions Listing = new() { OutputFormat = OutputFormat.List };

    [Fact]
    public void Every_report_follows_the_schema()
    {
        var reports = Studies.All.Append(("regression", EvaluationReport.From(new ReportContents { Title = "Regression", Evaluation = ReportContentTests.Regression() })));

        Assert.All(reports, report => Assert.Empty(Errors(report.Item2.ToJson())));
    }

    [Fact]
    public void The_schema_is_closed_so_that_nothing_undescribed_can_be_added()
    {
        foreach (var path in new[] { "", "summary", "flow", "performance", "calibration", "ledger", "audit" })
        {
            var document = JsonNode.Parse(Studies.Honest.Value.ToJson())!;
            (path.Length == 0 ? document : document[path]!)["surprise"] = 1;

            Assert.NotEmpty(Errors(document.ToJsonString()));
        }
    }

    [Fact]
    public void The_schema_asks_for_every_part()
    {
        foreach (var part in JsonNode.Parse(Studies.Honest.Value.ToJson())!.AsObject().Select(property => property.Key).ToList())
        {
            var document = JsonNode.Parse(Studies.Honest.Value.ToJson())!.AsObject();
            document.Remove(part);

            Assert.NotEmpty(Errors(document.ToJsonString()));
        }
    }

    [Fact]
    public void An_infinite_loss_is_written_and_allowed()
    {
        var document = JsonNode.Parse(Studies.Honest.Value.ToJson())!;
        document["performance"]!["metrics"]![8]!["value"] = "Infinity";

        Assert.Empty(Errors(document.ToJsonString()));
    }

    private static List<string> Errors(string json)
    {
        var result = Schema.Evaluate(JsonDocument.Parse(json).RootElement, Listing);
        return result.IsValid ? [] : [.. result.Details!.Where(detail => detail.Errors is not null).SelectMany(detail => detail.Errors!.Select(error => $"{detail.InstanceLocation}: {error.Value}")).DefaultIfEmpty("invalid")];
    }
}
