using LeakageAnalyzers.Workflow.Descriptions;
using LeakageAnalyzers.Workflow.Trace;

namespace LeakageAnalyzers.Workflow.Rules.Preprocessing;

/// <summary>LEAK102: means, ranges, components or document frequencies were learned from rows that are tested later.</summary>
public sealed class LearnedBeforeSplit() : FittedBeforeSplit(PreprocessingDescriptions.LearnedBeforeSplit, StepClass.Statistics);
