using LeakageAnalyzers.Workflow.Descriptions;
using LeakageAnalyzers.Workflow.Trace;

namespace LeakageAnalyzers.Workflow.Rules.Preprocessing;

/// <summary>LEAK103: which words or categories there are was learned from rows that are tested later.</summary>
public sealed class VocabularyBeforeSplit() : FittedBeforeSplit(PreprocessingDescriptions.VocabularyBeforeSplit, StepClass.Vocabulary);
