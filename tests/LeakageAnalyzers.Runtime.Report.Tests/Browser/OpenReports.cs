using PuppeteerSharp;
using PuppeteerSharp.Media;

namespace LeakageAnalyzers.Runtime.Report.Tests.Browser;

/// <summary>The reports of all studies, opened from disk in headless Chromium.</summary>
public sealed class OpenReports : IAsyncLifetime
{
    private IBrowser? _browser;

    /// <summary>Where pages and their pictures are, to be looked at.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "reports");

    public async Task InitializeAsync()
    {
        if (Chromium.WhyNot is not null)
        {
            return;
        }

        foreach (var (name, report) in Studies.All)
        {
            report.Save(Path.Combine(Folder, name + ".html"));
        }

        _browser = await Puppeteer.LaunchAsync(new LaunchOptions { ExecutablePath = Chromium.Path, Args = ["--no-sandbox", "--disable-gpu", "--hide-scrollbars"] });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }
    }

    /// <summary>Opens a page.</summary>
    /// <param name="name">The study.</param>
    /// <param name="width">The width of the window, in pixels of CSS.</param>
    /// <param name="isDark">Whether the reader prefers dark.</param>
    internal async Task<OpenPage> OpenAsync(string name, int width, bool isDark)
    {
        var page = await _browser!.NewPageAsync();
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.Add(message.Message.Text);
        page.PageError += (_, error) => complaints.Add(error.Message);
        page.Request += (_, request) =>
        {
            if (!request.Request.Url.StartsWith("file:", StringComparison.Ordinal))
            {
                complaints.Add("asked for " + request.Request.Url);
            }
        };
        await page.SetViewportAsync(new ViewPortOptions { Width = width, Height = 900 });
        await page.EmulateMediaFeaturesAsync([new MediaFeatureValue { MediaFeature = MediaFeature.PrefersColorScheme, Value = isDark ? "dark" : "light" }]);
        await page.GoToAsync(new Uri(Path.Combine(Folder, name + ".html")).AbsoluteUri);
        return new OpenPage(page, complaints);
    }
}

/// <summary>A page, and what the browser complained of.</summary>
internal sealed record OpenPage(IPage Page, IReadOnlyList<string> Complaints) : IAsyncDisposable
{
    public async ValueTask DisposeAsync() => await Page.DisposeAsync();
}
