global using System.Collections.Immutable;
global using LeakageAnalyzers.Workflow;
global using LeakageAnalyzers.Workflow.Rows;
global using LeakageAnalyzers.Workflow.Trace;
global using Microsoft.CodeAnalysis;
global using Microsoft.CodeAnalysis.FlowAnalysis;
global using Microsoft.CodeAnalysis.Operations;
global using RuleSet = LeakageAnalyzers.Workflow.Rules.RuleSet;
