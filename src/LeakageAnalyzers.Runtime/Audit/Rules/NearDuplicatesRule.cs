using LeakageAnalyzers.Runtime.Audit.NearDuplicates;
using LeakageAnalyzers.Runtime.Audit.Sources;
using LeakageAnalyzers.Runtime.Guard.Content;
using LeakageAnalyzers.Runtime.Statistics;
using LeakageAnalyzers.Workflow.Descriptions;
using Microsoft.ML;

namespace LeakageAnalyzers.Runtime.Audit.Rules;

/// <summary>
/// LEAK603: test rows that are nearly a train row, by their numbers together and by each column of texts or pictures. Rows that are equal to a train row are LEAK602's.
/// Where train rows resemble each other as test rows do train rows, there is nothing to say, or for texts a remark.
/// </summary>
internal sealed class NearDuplicatesRule : AuditRule
{
    private const int MostExamples = 5;
    private const int MostAsked = 500;

    /// <inheritdoc/>
    public override RuleDescription Description => DataDescriptions.NearDuplicates;

    /// <inheritdoc/>
    public override string? MissingFor(AuditContext context) =>
        context.Columns.NearDuplicates.Count == 0 ? "no column holds numbers, texts or pictures" : null;

    /// <inheritdoc/>
    public override IEnumerable<AuditFinding> Check(AuditContext context)
    {
        string[] Of(params ColumnKind[] kinds) => [.. context.Columns.NearDuplicates.Where(column => kinds.Contains(column.Kind)).Select(column => column.Name)];

        var findings = new List<AuditFinding?>();
        if (Of(ColumnKind.Number, ColumnKind.Vector) is { Length: > 0 } numbers)
        {
            findings.Add(CheckNumbers(context, numbers));
        }

        findings.AddRange(Of(ColumnKind.Text).Select(column => CheckTexts(context, column)));
        findings.AddRange(Of(ColumnKind.Image).Select(column => CheckImages(context, column)));
        return findings.OfType<AuditFinding>();
    }

    private AuditFinding? CheckNumbers(AuditContext context, IReadOnlyList<string> columns)
    {
        var options = context.Options;
        var slots = StandardScale.SlotsOf(context.Source.Sample(options.MostSampledRows).Train.Schema, columns);
        var (trainRows, testRows) = Searched(context, sizeof(float) * Math.Max(1, slots));
        var scale = StandardScale.Of(trainRows, columns);
        var (train, trainNumbers) = scale.Read(trainRows);
        if (scale.Dimensions == 0 || train.Count < NeighbourScale.FewestRows)
        {
            return null;
        }

        var (test, testNumbers) = scale.Read(testRows);
        var usual = NeighbourScale.Of(train, options.Seed);
        var matches = NumericNearDuplicates.Find(train, test, usual, options.NearDuplicateDistance, options.Seed, context.Cancellation);
        var pairs = Pairs(matches, testNumbers, trainNumbers);

        // Where rows lie evenly in d directions, a share of them is so near to another by chance.
        var byChance = Math.Min(1, Math.Pow(options.NearDuplicateDistance, usual.LeastDimension));
        return BinomialTail.AtLeast(pairs.Count, testNumbers.Count, byChance) >= options.SignificanceLevel ? null : Write(
            null, pairs, testNumbers.Count, FormattableString.Invariant($"their numbers are nearer than {options.NearDuplicateDistance:0.##} of what is usual among neighbours"));
    }

    private AuditFinding? CheckTexts(AuditContext context, string column)
    {
        var lengths = context.Sample.Train.Names.TryGetValue(column, out var sampled) ? sampled.Select(text => text?.Length ?? 0).DefaultIfEmpty(0).Average() : 0;
        var (trainRows, testRows) = Searched(context, TextRows.BytesOf(lengths));
        var minHash = new MinHash(context.Options.Seed);
        var (train, test) = (TextRows.Read(trainRows, column, minHash), TextRows.Read(testRows, column, minHash));
        int[] Find(TextRows texts, int[] asked) => TextNearDuplicates.Find(train, texts, asked, context.Options.NearDuplicateSimilarity, context.Cancellation);

        var pairs = WithoutEqualRows(context, trainRows, testRows, Pairs(Find(test, [.. Enumerable.Range(0, test.Count)]), test.Numbers, train.Numbers));
        if (pairs.Count == 0)
        {
            return null;
        }

        var among = Find(train, Neighbours.NearestNeighbours.EvenlySpaced(train.Count, MostAsked));
        var alike = among.Count(match => match >= 0);
        var areAlike = 2 * alike > among.Length;
        var remark = areAlike ? FormattableString.Invariant($", as do {alike} of {among.Length} train rows with another one") : "";
        var what = FormattableString.Invariant($"in '{column}' they share at least {context.Options.NearDuplicateSimilarity:0.##} of the shingles{remark}");
        return Write(column, pairs, test.Count, what, areAlike ? FindingSeverity.Info : null);
    }

    private AuditFinding? CheckImages(AuditContext context, string column)
    {
        var (trainRows, testRows) = context.Source.Sample(Math.Min(context.Options.MostSearchedRows, ImageNearDuplicates.MostImages));
        var (train, test) = (ImageRows.Read(trainRows, column), ImageRows.Read(testRows, column));
        var bits = ImageNearDuplicates.MostBits(train, test, context.Options.NearDuplicateBits, context.Options.SignificanceLevel);
        var pairs = WithoutEqualRows(context, trainRows, testRows, Pairs(ImageNearDuplicates.Find(train, test, bits, context.Cancellation), test.Numbers, train.Numbers));
        return pairs.Count == 0 ? null
            : Write(column, pairs, test.Numbers.Count, FormattableString.Invariant($"the perceptual hashes of '{column}' differ in at most {bits} of 128 bits"));
    }

    // So many rows that both sides fit into the memory that the options allow.
    private static (IDataView Train, IDataView Test) Searched(AuditContext context, long bytesPerRow) =>
        context.Source.Sample((int)Math.Min(context.Options.MostSearchedRows, Math.Max(1, context.Options.MostMemory / 2 / bytesPerRow)));

    private static List<NearPair> Pairs(int[] matches, IReadOnlyList<long> test, IReadOnlyList<long> train) =>
        [.. matches.Select((match, position) => (match, position)).Where(pair => pair.match >= 0).Select(pair => new NearPair(test[pair.position], train[pair.match]))];

    private static List<NearPair> WithoutEqualRows(AuditContext context, IDataView train, IDataView test, List<NearPair> pairs)
    {
        var columns = context.Columns.Duplicates;
        if (columns.Count == 0 || pairs.Count == 0)
        {
            return pairs;
        }

        var known = new HashSet<ContentHash>(ContentReader.Read(train, columns).Select(row => row.Content));
        var equal = new HashSet<long>(ContentReader.Read(test, columns).Where(row => known.Contains(row.Content)).Select(row => unchecked((long)row.Id.Low)));
        return [.. pairs.Where(pair => !equal.Contains(pair.Test))];
    }

    private AuditFinding Write(string? column, List<NearPair> pairs, int searched, string what, FindingSeverity? severity = null) =>
        Finding(pairs.Count, column, [pairs.Count, searched, $"{what}, such as {pairs[0]}"], severity) with
        {
            Examples = [.. pairs.Take(MostExamples).Select(pair => pair.ToString())],
        };
}
