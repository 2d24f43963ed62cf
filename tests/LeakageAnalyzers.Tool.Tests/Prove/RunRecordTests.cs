using LeakageAnalyzers.Tool.Prove.Running;

namespace LeakageAnalyzers.Tool.Tests.Prove;

/// <summary>What is read of the record of a run.</summary>
public sealed class RunRecordTests
{
    [Fact]
    public void A_score_of_no_rows_is_none_and_those_beside_it_keep_their_rows()
    {
        using var folder = new TestFolder();
        folder.Write("record.txt", """
            score	0	RSquared=0.5
            score	0	RSquared=0
            score	1	RSquared=0.25
            tested	0
            of	Regression	PatientId
            row	1f	2	2.5
            tested	0
            empty
            tested	1
            of	Regression	
            row		3	3.5

            """.ReplaceLineEndings("\n"));

        var run = RunOutcome.Read(folder["record.txt"], failure: null);

        Assert.Equal([0.5, 0.25], run.Scores.Select(score => score.Metrics["RSquared"]));
        Assert.Equal([(0, "PatientId"), (1, "")], run.Tested.Select(tested => (tested.Site, tested.GroupColumn)));
        Assert.Equal([2, 2.5], Assert.Single(run.Tested[0].Values));
        Assert.Equal("1f", Assert.Single(run.Tested[0].Groups));
    }

    [Fact]
    public void A_line_that_was_not_written_to_its_end_is_left_out()
    {
        using var folder = new TestFolder();
        folder.Write("record.txt", "score\t0\tRSquared=0.5\ntested\t0\nof\tRegression\t\nrow\t\t1\t1\nrow\t\t2\t");

        Assert.Single(RunOutcome.Read(folder["record.txt"], failure: null).Tested[0].Values);
    }
}
