using System.Net;

namespace LeakageAnalyzers.Tool.Output.Pages;

/// <summary>Text inside HTML.</summary>
internal static class Html
{
    /// <summary><paramref name="text"/> so that it stands in a page or an attribute as it is.</summary>
    public static string Text(string text) => WebUtility.HtmlEncode(text);
}
