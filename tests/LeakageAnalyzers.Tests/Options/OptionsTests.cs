using static LeakageAnalyzers.Tests.Verification.AnalyzerVerifier;

namespace LeakageAnalyzers.Tests.Options;

/// <summary>What users may set in .editorconfig.</summary>
public sealed class OptionsTests
{
    [Fact]
    public Task A_name_that_is_added_means_a_group() => VerifyWithOptionsAsync(
        """
        var ml = new MLContext(seed: 1);
        var rows = ml.Data.LoadFromTextFile<Row>("rows.csv");
        var split = ml.Data.{|LEAK202:TrainTestSplit(rows)|};

        class Row { [LoadColumn(0)] public string Proefpersoon; [LoadColumn(1)] public float Age; }
        """,
        "leakage_analyzers.group_columns = Cavia, proef*");

    [Fact]
    public Task A_name_that_is_taken_away_means_none() => VerifyWithOptionsAsync(
        """
        var ml = new MLContext(seed: 1);
        var visits = ml.Data.LoadFromTextFile<Visit>("visits.csv");
        var split = ml.Data.TrainTestSplit(visits);
        """,
        "leakage_analyzers.group_columns = !PatientId");

    [Theory]
    [InlineData("leakage_analyzers.group_columns =")]
    [InlineData("leakage_analyzers.group_columns = unset")]
    [InlineData("leakage_analyzers.min_test_rows = 50")]
    [InlineData("LEAKAGE_ANALYZERS.GROUP_COLUMNS = Owner")]
    public Task What_is_not_set_or_of_no_concern_leaves_the_defaults(string option) => VerifyWithOptionsAsync(
        """
        var ml = new MLContext(seed: 1);
        var visits = ml.Data.LoadFromTextFile<Visit>("visits.csv");
        var split = ml.Data.{|LEAK202:TrainTestSplit(visits)|};
        """,
        option);

    [Theory]
    [InlineData(
        "leakage_analyzers.group_columns = Owner,,Trial",
        "The option 'leakage_analyzers.group_columns' is ignored: 'Owner,,Trial' has an entry without a name. Write column names between commas, such as 'CaseNo, *_subject, !StudyId'.")]
    [InlineData(
        "leakage_analyzers.time_columns = !",
        "The option 'leakage_analyzers.time_columns' is ignored: '!' has an entry without a name. Write column names between commas, such as 'CaseNo, *_subject, !StudyId'.")]
    [InlineData(
        "leakage_analyzers.min_test_rows = many",
        "The option 'leakage_analyzers.min_test_rows' is ignored: 'many' is not a whole number above 0. Write a number of rows, such as 300.")]
    [InlineData(
        "leakage_analyzers.min_test_rows = 0",
        "The option 'leakage_analyzers.min_test_rows' is ignored: '0' is not a whole number above 0. Write a number of rows, such as 300.")]
    [InlineData(
        "leakage_analyzers.min_test_rows = 99999999999999",
        "The option 'leakage_analyzers.min_test_rows' is ignored: '99999999999999' is not a whole number above 0. Write a number of rows, such as 300.")]
    [InlineData(
        "leakage_analyzers.group_column = Owner",
        "The option 'leakage_analyzers.group_column' is ignored: there is no such option. "
        + "There are leakage_analyzers.group_columns, leakage_analyzers.time_columns, leakage_analyzers.identifier_columns, leakage_analyzers.min_test_rows.")]
    public Task A_malformed_option_is_named_once_and_ignored(string option, string message) => VerifyWithOptionsAsync(
        """
        var ml = new MLContext(seed: 1);
        var visits = ml.Data.LoadFromTextFile<Visit>("visits.csv");
        var split = ml.Data.{|LEAK202:TrainTestSplit(visits)|};
        """,
        option,
        message);

    [Fact]
    public Task Attributes_win_over_names() => VerifyWithOptionsAsync(
        """
        using LeakageAnalyzers.Runtime;
        var ml = new MLContext(seed: 1);
        var rows = ml.Data.LoadFromTextFile<Row>("rows.csv");
        var split = ml.Data.{|LEAK202:TrainTestSplit(rows, samplingKeyColumnName: "PatientId")|};
        var byOwner = ml.Data.TrainTestSplit(rows, samplingKeyColumnName: "Owner");

        class Row { [LoadColumn(0), Identifier] public string PatientId; [LoadColumn(1), GroupKey] public string Owner; [LoadColumn(2)] public float Age; }
        """,
        "leakage_analyzers.group_columns = PatientId, !Owner");

    [Fact]
    public async Task The_page_shows_what_is_said_of_its_malformed_options_and_nothing_is_said_of_the_fixed_ones()
    {
        var page = (await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "LEAK900.md"))).ReplaceLineEndings("\n");
        var said = page.Split('\n').Where(line => line.StartsWith("LEAK900  ", StringComparison.Ordinal)).Select(line => line["LEAK900  ".Length..]).ToArray();

        Assert.Equal(3, said.Length);
        await VerifyWithOptionsAsync("var ml = new MLContext(seed: 1);", OptionsOf("Malformed"), said);
        await VerifyWithOptionsAsync("var ml = new MLContext(seed: 1);", OptionsOf("Fixed"));

        string OptionsOf(string section) => page.Split($"## {section}\n\n```ini\n")[1].Split("```")[0];
    }
}
