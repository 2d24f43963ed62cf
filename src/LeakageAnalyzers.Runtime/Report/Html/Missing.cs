using System.Xml.Linq;

namespace LeakageAnalyzers.Runtime.Report;

/// <summary>Says where a part would be that it is not shown, and why.</summary>
internal static class Missing
{
    public static XElement Of(ReportDocument document, string part) =>
        Markup.Of("p", "missing", Markup.El("strong", "Not shown."), " ", document.Summary.NotShown.FirstOrDefault(missing => missing.Part == part)?.Reason);
}
