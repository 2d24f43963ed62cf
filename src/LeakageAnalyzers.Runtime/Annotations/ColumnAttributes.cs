namespace LeakageAnalyzers.Runtime;

/// <summary>
/// Marks the member of a row class that names the individual several rows belong to, such as a patient: no split may put its rows on both sides. Wins over
/// what the member's name suggests, for the analyzer (LEAK202) and for this library.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class GroupKeyAttribute : Attribute;

/// <summary>Marks the member of a row class that says when the row was observed.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class TimeStampAttribute : Attribute;

/// <summary>Marks the member of a row class that names the row itself and must not be learned from.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class IdentifierAttribute : Attribute;

/// <summary>Marks the member of a row class that is to be predicted.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class LabelAttribute : Attribute;
