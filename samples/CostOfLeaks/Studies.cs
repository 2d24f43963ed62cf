using CostOfLeaks.Evaluation;
using CostOfLeaks.Features;
using CostOfLeaks.Partition;
using CostOfLeaks.Preprocessing;
using CostOfLeaks.Selection;

namespace CostOfLeaks;

/// <summary>The studies, by rule.</summary>
internal static class Studies
{
    public static IReadOnlyList<IStudy> All { get; } =
    [
        new LEAK101(), new LEAK102(), new LEAK103(), new LEAK104(), new LEAK105(),
        new LEAK201(), new LEAK202(), new LEAK203(), new LEAK204(), new LEAK205(), new LEAK206(), new LEAK207(),
        new LEAK301(), new LEAK302(), new LEAK303(), new LEAK304(),
        new LEAK401(), new LEAK402(),
        new LEAK503(), new LEAK505(),
    ];
}
