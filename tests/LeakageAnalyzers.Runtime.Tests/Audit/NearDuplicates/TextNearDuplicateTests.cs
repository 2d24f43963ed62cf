using static LeakageAnalyzers.Runtime.Tests.Audit.AuditedSplit;

namespace LeakageAnalyzers.Runtime.Tests.Audit.NearDuplicates;

/// <summary>LEAK603 on texts.</summary>
public sealed class TextNearDuplicateTests
{
    private static readonly string[] Words =
        [.. "heart lung liver stable since chest pain left right mild severe acute chronic no sign of effusion with without fracture old new nodule upper lower lobe normal size seen today fever cough patient reports better worse after before week treatment dose".Split(' ')];

    private readonly List<Note> _train = Notes(300, seed: 1);
    private readonly List<Note> _test = Notes(100, seed: 2);

    [Fact]
    public void A_note_that_was_typed_anew_is_found()
    {
        _test[4].Text = $"{_train[17].Text!.ToUpperInvariant().Replace(" ", "  ", StringComparison.Ordinal)}.";
        _test[9].Text = _train[30].Text!.Remove(40, 1);

        var finding = Assert.Single(NearFindings(_train, _test));

        Assert.Equal((2, "Text", FindingSeverity.Warning), (finding.Count, finding.Column, finding.Severity));
        Assert.Equal(["test row 4 and train row 17", "test row 9 and train row 30"], finding.Examples);
    }

    [Fact]
    public void Different_notes_of_the_same_words_are_not() => Assert.Empty(NearFindings(_train, _test));

    [Fact]
    public void An_equal_note_with_other_numbers_is_one_and_an_equal_row_is_an_exact_duplicate()
    {
        (_test[0].Text, _test[0].Age) = (_train[0].Text, 99);
        (_test[1].Text, _test[1].Age) = (_train[1].Text, _train[1].Age);

        Assert.Equal(["test row 0 and train row 0"], Assert.Single(NearFindings(_train, _test)).Examples);
        Assert.Equal(1, Assert.Single(Findings("LEAK602", _train, _test)).Count);
    }

    [Fact]
    public void Names_and_categories_are_too_short_to_be_copies()
    {
        _train.ForEach(row => row.Text = "no sign of effusion");
        _test.ForEach(row => row.Text = "No sign of effusion");

        Assert.Empty(NearFindings(_train, _test));
    }

    [Fact]
    public void Where_all_notes_follow_one_form_it_is_a_remark()
    {
        static void Fill(List<Note> rows, int from) => rows.ForEach(row => row.Text = $"The patient was seen in the outpatient clinic and felt well, number {from++}.");

        Fill(_train, 100);
        Fill(_test, 500);

        Assert.Equal(FindingSeverity.Info, Assert.Single(NearFindings(_train, _test)).Severity);
    }

    [Fact]
    public void Missing_texts_resemble_nothing()
    {
        _train.ForEach(row => row.Text = null);
        _test.ForEach(row => row.Text = "");

        Assert.Empty(NearFindings(_train, _test));
    }

    private static IReadOnlyList<AuditFinding> NearFindings(List<Note> train, List<Note> test) => Findings("LEAK603", train, test);

    private static List<Note> Notes(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => new Note
        {
            Text = string.Join(' ', Enumerable.Range(0, 25).Select(_ => Words[random.Next(Words.Length)])),
            Age = 50 + random.Next(40),
        })];
    }

    public sealed class Note
    {
        public string? Text { get; set; }

        public float Age { get; set; }
    }
}
