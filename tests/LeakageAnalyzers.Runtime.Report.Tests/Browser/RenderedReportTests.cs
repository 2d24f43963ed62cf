using Deque.AxeCore.Commons;
using PuppeteerSharp;
using PuppeteerSharp.Media;

namespace LeakageAnalyzers.Runtime.Report.Tests.Browser;

/// <summary>The pages as a browser renders them: on a phone and on a desk, light and dark, and on paper.</summary>
public sealed class RenderedReportTests(OpenReports reports) : IClassFixture<OpenReports>
{
    private const int Phone = 360;
    private const int Desk = 1400;

    // A4 less margins of 18 mm, at 96 dots an inch.
    private const int Paper = 658;

    private const string ShownInFigures = "[...document.querySelectorAll('figure')].map(figure => [...figure.querySelectorAll('svg')].filter(svg => svg.checkVisibility()).length)";

    public static TheoryData<string, int, bool> Renderings { get; } = Every(["honest", "leaky", "empty"]);

    [BrowserTheory]
    [MemberData(nameof(Renderings))]
    public async Task It_is_readable_by_everyone(string name, int width, bool isDark)
    {
        await using var open = await reports.OpenAsync(name, width, isDark);
        var page = open.Page;

        await page.ScreenshotAsync(Path.Combine(OpenReports.Folder, $"{name}-{width}-{(isDark ? "dark" : "light")}.png"), new ScreenshotOptions { FullPage = true });

        Assert.Empty(open.Complaints);
        Assert.Empty(await page.EvaluateExpressionAsync<string[]>(PageScripts.SticksOut));
        Assert.Empty(await page.EvaluateExpressionAsync<string[]>(PageScripts.Nameless));
        Assert.Empty(await page.EvaluateExpressionAsync<string[]>(PageScripts.PaleInDrawings));
        Assert.Empty(await page.EvaluateExpressionAsync<string[]>(PageScripts.TinyLetters));
        Assert.Empty(await page.EvaluateExpressionAsync<string[]>(PageScripts.Collisions));
        await page.EvaluateExpressionAsync(new BundledAxeScriptProvider().GetScript());
        Assert.Empty(await page.EvaluateExpressionAsync<string[]>(PageScripts.Axe));
    }

    [BrowserTheory]
    [InlineData("honest")]
    [InlineData("leaky")]
    [InlineData("empty")]
    public async Task On_paper_nothing_is_cut_off_or_too_pale(string name)
    {
        await using var open = await reports.OpenAsync(name, Paper, isDark: true);
        var page = open.Page;
        await page.EmulateMediaTypeAsync(MediaType.Print);

        await page.ScreenshotAsync(Path.Combine(OpenReports.Folder, $"{name}-print.png"), new ScreenshotOptions { FullPage = true });

        Assert.Equal(["rgb(255, 255, 255)", "rgb(0, 0, 0)"], await Colours(open));
        Assert.Empty(await page.EvaluateExpressionAsync<string[]>(PageScripts.CutOffOnPaper));
        Assert.Empty(await page.EvaluateExpressionAsync<string[]>(PageScripts.PaleInDrawings));
        Assert.Empty(await page.EvaluateExpressionAsync<string[]>(PageScripts.Collisions));
        Assert.All(await page.EvaluateExpressionAsync<int[]>(ShownInFigures), shown => Assert.Equal(1, shown));
        await page.PdfAsync(
            Path.Combine(OpenReports.Folder, name + ".pdf"), new PdfOptions { Format = PaperFormat.A4, PrintBackground = true, MarginOptions = new MarginOptions { Top = "18mm", Bottom = "18mm", Left = "18mm", Right = "18mm" } });
    }

    [BrowserFact]
    public async Task It_follows_the_readers_choice_of_light_or_dark_and_prints_on_white()
    {
        await using var light = await reports.OpenAsync("honest", Desk, isDark: false);
        await using var dark = await reports.OpenAsync("honest", Desk, isDark: true);

        Assert.NotEqual(await Colours(light), await Colours(dark));
        await dark.Page.EmulateMediaTypeAsync(MediaType.Print);
        Assert.Equal(["rgb(255, 255, 255)", "rgb(0, 0, 0)"], await Colours(dark));

        var printed = Path.Combine(OpenReports.Folder, "honest.pdf");
        await dark.Page.PdfAsync(printed, new PdfOptions { Format = PaperFormat.A4, MarginOptions = new MarginOptions { Top = "18mm", Bottom = "18mm", Left = "18mm", Right = "18mm" } });
        Assert.True(new FileInfo(printed).Length > 20_000);
    }

    [BrowserFact]
    public async Task Each_plot_is_shown_once_at_a_size_made_for_the_window()
    {
        await using var phone = await reports.OpenAsync("honest", Phone, isDark: false);
        await using var desk = await reports.OpenAsync("honest", Desk, isDark: false);

        Assert.All(await phone.Page.EvaluateExpressionAsync<int[]>(ShownInFigures), shown => Assert.Equal(1, shown));
        Assert.All(await desk.Page.EvaluateExpressionAsync<int[]>(ShownInFigures), shown => Assert.Equal(1, shown));
    }

    private static TheoryData<string, int, bool> Every(string[] names)
    {
        var renderings = new TheoryData<string, int, bool>();
        foreach (var name in names)
        {
            renderings.Add(name, Phone, false);
            renderings.Add(name, Phone, true);
            renderings.Add(name, Desk, false);
            renderings.Add(name, Desk, true);
        }

        return renderings;
    }

    private static async Task<string[]> Colours(OpenPage open) => await open.Page.EvaluateExpressionAsync<string[]>(PageScripts.Colours);
}
