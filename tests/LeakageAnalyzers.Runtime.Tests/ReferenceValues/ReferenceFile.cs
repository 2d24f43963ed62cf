using System.Text.Json;
using System.Text.Json.Nodes;

namespace LeakageAnalyzers.Runtime.Tests.ReferenceValues;

/// <summary>Numbers that scipy, scikit-learn, statsmodels or R computed, to 12 significant digits.</summary>
internal static class ReferenceFile
{
    /// <summary>What a deterministic procedure may differ by; the files hold 12 significant digits.</summary>
    public const double Tolerance = 1e-8;

    public static JsonObject Open(string name)
    {
        var resource = $"ReferenceValues/{name}.json";
        using var stream = typeof(ReferenceFile).Assembly.GetManifestResourceStream(resource)
            ?? throw new FileNotFoundException($"{resource} is not embedded in the test assembly.");
        return JsonNode.Parse(stream)!.AsObject();
    }

    public static double Number(this JsonNode node, string name) => node[name]!.GetValue<double>();

    public static int Count(this JsonNode node, string name) => node[name]!.GetValue<int>();

    public static double[] Numbers(this JsonNode node, string name) => node[name].Deserialize<double[]>()!;

    public static int[][] Table(this JsonNode node, string name) => node[name].Deserialize<int[][]>()!;

    public static bool[] Labels(this JsonNode node, string name) => [.. node.Numbers(name).Select(value => value == 1)];

    public static IEnumerable<JsonNode> Rows(this JsonNode node, string name) => node[name]!.AsArray().Select(row => row!);
}
