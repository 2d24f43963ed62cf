namespace Microsoft.DotNet.Interactive
{
    /// <summary>What the C# kernel of a notebook offers without a using.</summary>
    public static class Notebook
    {
        public static object display(object value, params string[] mimeTypes) => value;

        public static T Display<T>(this T value, params string[] mimeTypes) => value;

        public static object h1(object content) => content;

        public static object h2(object content) => content;

        public static object h3(object content) => content;

        public static object h4(object content) => content;
    }
}

namespace Microsoft.DotNet.Interactive.Formatting
{
    public static class Formatter;
}

namespace Microsoft.DotNet.Interactive.Formatting.PocketViewTags
{
    public static class PocketView;
}

namespace Microsoft.ML.AutoML
{
    /// <summary>Shows the trials of a search in a notebook.</summary>
    public sealed class NotebookMonitor : IMonitor
    {
        public NotebookMonitor(SweepablePipeline pipeline = null)
        {
        }

        public void ReportBestTrial(TrialResult result)
        {
        }

        public void ReportCompletedTrial(TrialResult result)
        {
        }

        public void ReportFailTrial(TrialSettings settings, Exception exception = null)
        {
        }

        public void ReportRunningTrial(TrialSettings settings)
        {
        }

        public void SetUpdate(object updater)
        {
        }
    }
}
