using LeakageAnalyzers.Tool.Analysis;
using LeakageAnalyzers.Tool.Prove.Results;
using Spectre.Console;

namespace LeakageAnalyzers.Tool.Output.Readable;

/// <summary>A proof as somebody reads it in a terminal: each leak with its numbers, then all of them as a table.</summary>
/// <param name="console">Where to.</param>
/// <param name="folder">What file names are relative to.</param>
internal sealed class ProofConsole(IAnsiConsole console, string folder)
{
    private const int Indent = 5;
    private const int WidthOfTable = 200;

    /// <summary>What it writes where nothing is a terminal.</summary>
    public static string ToText(ProofRun run, string folder)
    {
        using var text = new StringWriter();
        new ProofConsole(Terminal.Plain(text), folder).Write(run);
        return text.ToString();
    }

    /// <summary>Writes all of it.</summary>
    public void Write(ProofRun run)
    {
        foreach (var program in run.Programs.Where(program => program.Findings.Count > 0))
        {
            Line(program.Name, new Style(decoration: Decoration.Bold));
            Line("");
            foreach (var proof in program.Findings)
            {
                Write(proof);
            }

            WriteTogether(program.Together);
        }

        WriteTable(run);
        WriteNotMeasured(run);
    }

    private void Write(FindingProof proof)
    {
        var headline = proof.Headline;
        Line($"  {proof.Finding.Rule.Id} {proof.Finding.Rule.Title}, {Where(proof.Finding)}", new Style(Color.Yellow));
        var place = headline.Place is { } evaluated ? $", {evaluated.Describe()}" : "";
        Line($"{Pad()}{ProofText.Metric(headline.Metric)}{place}");
        Line($"{Pad()}as published  {ProofText.Score(headline.Published),8}");
        Line($"{Pad()}as it stands  {ProofText.Score(headline.LeakyMean),8}  mean of {Counted.Of(headline.Leaky.Count, "run")}");
        Line($"{Pad()}repaired      {ProofText.Score(headline.HonestMean),8}");
        Line($"{Pad()}inflation     {ProofText.Signed(headline.Mean),8}{(headline.Interval is { } interval ? $"  95 % interval {ProofText.Range(interval)}" : "")}", new Style(decoration: Decoration.Bold));
        if (headline.Estimate.Value is { } estimate)
        {
            Paragraph("interval      ", estimate.Text);
        }

        Line($"{Pad()}guard         {proof.Guard.Text}");
        foreach (var other in proof.Inflations.Skip(1))
        {
            Line($"{Pad()}also          {ProofText.Metric(other.Metric)}{(other.Place is { } at ? $", {at.Describe()}" : "")}: {ProofText.Score(other.LeakyMean)}, repaired {ProofText.Score(other.HonestMean)}");
        }

        if (proof.Remark is { } remark)
        {
            Line($"{Pad()}note          {remark}");
        }

        Paragraph("→ ", ProofText.Limitation(proof));
        Line("");
    }

    private void WriteTogether(IReadOnlyList<RemainingScore> together)
    {
        if (together.Count == 0)
        {
            return;
        }

        Line($"  Repaired one after the other, in the order of the data's flow: {ProofText.Metric(together[0].Metric)}", new Style(Color.Yellow));
        foreach (var score in together)
        {
            Line($"{Pad()}{ProofText.Score(score.Mean),8}  {(score.Finding is { } finding ? $"{finding.Rule.Id}, {Where(finding)}" : "as it stands")}");
        }

        Line("");
    }

    private void WriteTable(ProofRun run)
    {
        if (run.Programs.Sum(program => program.Findings.Count) < 2)
        {
            return;
        }

        var table = new Table { Border = TableBorder.Simple };
        foreach (var column in (string[])["leak", "where", "score", "published", "repaired", "inflation", "95 % interval", "by", "guard"])
        {
            table.AddColumn(new TableColumn(column) { NoWrap = true, Alignment = column is "published" or "repaired" or "inflation" or "95 % interval" ? Justify.Right : Justify.Left });
        }

        foreach (var program in run.Programs)
        {
            foreach (var proof in program.Findings)
            {
                var headline = proof.Headline;
                table.AddRow([.. ((string[])[
                    proof.Finding.Rule.Id, Where(proof.Finding), ProofText.Short(headline.Metric), ProofText.Score(headline.Published), ProofText.Score(headline.HonestMean), ProofText.Signed(headline.Mean),
                    ProofText.Range(headline.Interval), headline.Estimate.Value?.Unit ?? "", proof.Guard.IsGoneAfter ? "confirms" : ""]).Select(cell => new Text(cell))]);
            }
        }

        // A file takes lines of any length.
        var width = console.Profile.Width;
        console.Profile.Width = console.Profile.Out.IsTerminal ? width : Math.Max(width, WidthOfTable);
        console.Write(table);
        console.Profile.Width = width;
    }

    private void WriteNotMeasured(ProofRun run)
    {
        foreach (var problem in run.Problems)
        {
            Plain($"{(problem.IsFatal ? "incomplete" : "note")}: {NameOf(problem.Path)}: {problem.Message}");
        }

        foreach (var program in run.Programs)
        {
            foreach (var left in program.NotMeasured)
            {
                Plain($"not measured: {program.Name}{(left.Finding is { } finding ? $": {finding.Rule.Id}, {Where(finding)}" : "")}: {left.Reason}");
            }
        }

        if (run.Programs.Count == 0 && run.Problems.Count == 0)
        {
            Plain("No leak is found, so there is nothing to measure.");
        }
    }

    private void Paragraph(string mark, string text)
    {
        var line = Pad() + mark;
        foreach (var word in text.Split(' '))
        {
            if (line.Length + word.Length >= console.Profile.Width)
            {
                Line(line.TrimEnd());
                line = Pad() + new string(' ', mark.Length);
            }

            line += word + " ";
        }

        Line(line.TrimEnd());
    }

    private static string Where(ReportedFinding finding) => $"{Path.GetFileName(finding.Place.File)} {finding.Place.Describe()}";

    private string NameOf(string path) => Path.GetRelativePath(folder, path).Replace('\\', '/');

    private static string Pad() => new(' ', Indent);

    private void Line(string text, Style? style = null)
    {
        console.Write(new Text(text, style ?? Style.Plain));
        console.WriteLine();
    }

    // One line each, however long.
    private void Plain(string text) => console.Profile.Out.Writer.WriteLine(text);
}
