using LeakageAnalyzers.Workflow.Descriptions;
using LeakageAnalyzers.Workflow.Trace;

namespace LeakageAnalyzers.Workflow.Rules.Preprocessing;

/// <summary>LEAK101: a relation to the label, such as which columns predict it, was learned from rows that are tested later.</summary>
public sealed class SupervisedBeforeSplit() : FittedBeforeSplit(PreprocessingDescriptions.SupervisedBeforeSplit, StepClass.Supervised);
