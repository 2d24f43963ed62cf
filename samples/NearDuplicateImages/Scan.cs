using LeakageAnalyzers.Runtime;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms.Image;

namespace NearDuplicateImages;

/// <summary>One picture of the archive.</summary>
internal sealed class Scan
{
    public const int Side = 64;

    /// <summary>The person, as the archive has it: one who came twice may have two numbers.</summary>
    [GroupKey]
    public string PatientId { get; set; } = "";

    [ImageType(Side, Side)]
    public MLImage? Picture { get; set; }

    /// <summary>A coin toss a person: nothing in the pictures tells.</summary>
    public bool Label { get; set; }
}
