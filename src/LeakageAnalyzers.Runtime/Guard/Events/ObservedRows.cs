using LeakageAnalyzers.Runtime.Guard.Rows;
using Microsoft.ML;

namespace LeakageAnalyzers.Runtime.Guard.Events;

/// <summary>Rows that an operation was given, and those of them that it read.</summary>
/// <param name="Name">What the caller's source calls them.</param>
/// <param name="Schema">Their columns.</param>
/// <param name="Recorder">What was read.</param>
internal sealed record ObservedRows(string Name, DataViewSchema Schema, IReadRows Recorder);
