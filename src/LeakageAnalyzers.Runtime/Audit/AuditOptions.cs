using LeakageAnalyzers.Runtime.Splitting;

namespace LeakageAnalyzers.Runtime;

/// <summary>What an audit looks at, and from where on it speaks.</summary>
public sealed record AuditOptions
{
    /// <summary>The column that names the individual several rows belong to; null to find it by its name, such as <c>PatientId</c>.</summary>
    public string? GroupColumn { get; init; }

    /// <summary>The column to be predicted; null for the one called <c>Label</c>, where there is one.</summary>
    public string? LabelColumn { get; init; }

    /// <summary>The column that says when a row was observed; null where the rows are not ordered in time.</summary>
    public string? TimeColumn { get; init; }

    /// <summary>Columns that name a row or an individual and are not learned from.</summary>
    public IReadOnlyList<string> IdentifierColumns { get; init; } = [];

    /// <summary>Columns whose values name subgroups that are to be reported on, such as sex or site.</summary>
    public IReadOnlyList<string> SubgroupColumns { get; init; } = [];

    /// <summary>The columns that are learned from; null for all that have no other role.</summary>
    public IReadOnlyList<string>? FeatureColumns { get; init; }

    /// <summary>The columns whose values make two rows duplicates; null for the features.</summary>
    public IReadOnlyList<string>? DuplicateColumns { get; init; }

    /// <summary>
    /// The chance that a test speaks where there is nothing, over all columns that it looks at (Holm's correction). Default 0.05, the level that most journals ask for.
    /// </summary>
    public double SignificanceLevel { get; init; } = 0.05;

    /// <summary>
    /// The population stability index from which a shift is worth a word: a significant one can be too small to matter. Default 0.1, the convention's bound for a
    /// moderate shift (Siddiqi, Credit Risk Scorecards, 2006).
    /// </summary>
    public double LeastShift { get; init; } = Statistics.PopulationStabilityIndex.Moderate;

    /// <summary>The AUC from which a single feature is suspicious. Default 0.95: few honest single measurements reach it (Kaufman et al. 2012 give no number).</summary>
    public double SuspiciousAuc { get; init; } = 0.95;

    /// <summary>
    /// How near two numeric rows are to be near duplicates, as a share of the usual distance of a train row from its nearest neighbour. Default 0.1: in d intrinsic
    /// dimensions, a share of about 0.1ᵈ of rows is so near by chance (Facco et al., Scientific Reports 7:12140, 2017), and more than that is what the audit reports.
    /// </summary>
    public double NearDuplicateDistance { get; init; } = 0.1;

    /// <summary>The share of shingles that two texts have in common to be near duplicates. Default 0.8 (Broder, 1997; Leskovec et al., Mining of Massive Datasets, 3.1).</summary>
    public double NearDuplicateSimilarity { get; init; } = 0.8;

    /// <summary>
    /// The most bits, of 128, in which the perceptual hashes of one picture differ. Default 30, which is 15 of 64 as in pHash's own bindings (Phashion); it is lowered
    /// where train pictures resemble each other so much that different ones would come as near.
    /// </summary>
    public int NearDuplicateBits { get; init; } = 30;

    /// <summary>The half-width that the confidence interval of a reported proportion is to have. Default 0.05: ±5 percentage points.</summary>
    public double WantedHalfWidth { get; init; } = 0.05;

    /// <summary>The confidence level of that interval. Default 0.95.</summary>
    public double ConfidenceLevel { get; init; } = 0.95;

    /// <summary>The fewest test rows (or groups) of a subgroup. Default 30: below, a 95 % interval of a proportion is wider than ±0.17.</summary>
    public int LeastSubgroupRows { get; init; } = 30;

    /// <summary>The most rows of each side that are kept in memory for what cannot be counted in passing; a random sample beyond. Default 10,000.</summary>
    public int MostSampledRows { get; init; } = 10_000;

    /// <summary>
    /// The most rows of each side that are searched for near duplicates; a random sample beyond. Default 1,000,000; never more than <see cref="MostMemory"/> holds, and at
    /// most 31,000 pictures.
    /// </summary>
    public int MostSearchedRows { get; init; } = 1_000_000;

    /// <summary>
    /// The most memory for the contents of rows, in bytes; beyond, exact duplicates are counted in a temporary folder, and near ones are sought in a sample. Default 1 GiB.
    /// </summary>
    public long MostMemory { get; init; } = 1L << 30;

    /// <summary>How often labels are dealt out anew for LEAK611. Default 100.</summary>
    public int Permutations { get; init; } = 100;

    /// <summary>Decides samples and permutations.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>
    /// Options whose columns are the members of <typeparamref name="TRow"/> that are marked with <see cref="GroupKeyAttribute"/>, <see cref="LabelAttribute"/>,
    /// <see cref="TimeStampAttribute"/> and <see cref="IdentifierAttribute"/>.
    /// </summary>
    /// <exception cref="ArgumentException">Several members are marked where one can be.</exception>
    public static AuditOptions Of<TRow>() => new()
    {
        GroupColumn = MarkedColumns.Single<TRow, GroupKeyAttribute>(),
        LabelColumn = MarkedColumns.Single<TRow, LabelAttribute>(),
        TimeColumn = MarkedColumns.Single<TRow, TimeStampAttribute>(),
        IdentifierColumns = MarkedColumns.Of<TRow, IdentifierAttribute>(),
    };
}
