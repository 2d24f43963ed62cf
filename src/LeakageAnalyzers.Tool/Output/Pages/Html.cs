using System.Net;

namespace LeakageAnalyzers.Tool.Output.Pages;

/// <summary>What pages are made of.</summary>
internal static class Html
{
    /// <summary><paramref name="text"/> so that it stands in a page or an attribute as it is.</summary>
    public static string Text(string text) => WebUtility.HtmlEncode(text);

    /// <summary>The text of a file that is part of the tool, such as a style sheet.</summary>
    public static string Resource(string name)
    {
        using var text = new StreamReader(typeof(Html).Assembly.GetManifestResourceStream(name)!);
        return text.ReadToEnd();
    }
}
