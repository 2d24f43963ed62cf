namespace ValidCode;

/// <summary>A correct program that looks like a leak. What it looks like, and why it is none, stands above it.</summary>
internal interface IValidProgram
{
    /// <summary>Area under the ROC curve on rows that took no part in training.</summary>
    public double Score();
}
