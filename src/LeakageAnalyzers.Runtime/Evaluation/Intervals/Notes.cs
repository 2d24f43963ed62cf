namespace LeakageAnalyzers.Runtime.Evaluation;

/// <summary>Sentences that stand beside numbers.</summary>
internal static class Notes
{
    /// <summary>The notes there are, one after the other; null if there are none.</summary>
    public static string? Join(params string?[] notes) => notes.Any(note => note is not null) ? string.Join(" ", notes.Where(note => note is not null)) : null;

    /// <summary>What an error says, without the name of a parameter of ours.</summary>
    public static string Of(ArgumentException error)
    {
        var message = error.Message;
        foreach (var appendix in new[] { " (Parameter '", "\r\nParameter name: ", "\nParameter name: " })
        {
            message = message.IndexOf(appendix, StringComparison.Ordinal) is >= 0 and var end ? message.Substring(0, end) : message;
        }

        return message;
    }
}
