using LeakageAnalyzers.Tool.Analysis;
using LeakageAnalyzers.Tool.Programs;

namespace LeakageAnalyzers.Tool.Prove.Variants;

/// <summary>A program as it stands, or with some of its findings repaired.</summary>
/// <param name="Program">What is compiled.</param>
/// <param name="Repaired">The findings that were repaired, in the order in which they were; none for the program as it stands.</param>
internal sealed record ProgramVariant(ReadProgram Program, IReadOnlyList<LocatedFinding> Repaired);

/// <summary>A finding and where the compiler sees it.</summary>
/// <param name="Finding">The finding as a reader gets it.</param>
/// <param name="TreePath">The compiled text.</param>
/// <param name="TreeLine">The line there, from one: the guard reports the same.</param>
/// <param name="FlowIndex">Its place in the flow of the rows: the smaller, the earlier.</param>
internal sealed record LocatedFinding(ReportedFinding Finding, string TreePath, int TreeLine, int FlowIndex);
