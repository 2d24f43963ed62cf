using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LeakageAnalyzers.Runtime.Holdout.Ledger;

/// <summary>One signed entry of a ledger. Fields that an entry of its kind does not have are null.</summary>
internal sealed record LedgerEntry
{
    public required int Number { get; init; }

    public required EntryKind Kind { get; init; }

    public required string Time { get; init; }

    /// <summary>The fingerprint of the rows of a seal, or of the model of a look.</summary>
    public string? Subject { get; init; }

    /// <summary>The author's name of the model.</summary>
    public string? Name { get; init; }

    public string? Metric { get; init; }

    /// <summary>The number of rows of a seal; the number of a look, in itself and in its answer.</summary>
    public long? Count { get; init; }

    /// <summary>The budget of a seal.</summary>
    public int? Budget { get; init; }

    /// <summary>Whether a seal allows looks beyond the budget, or a look was one.</summary>
    public bool? Beyond { get; init; }

    public double? Value { get; init; }

    public string Signature { get; init; } = "";

    public DateTimeOffset Moment => DateTimeOffset.ParseExact(Time, "O", CultureInfo.InvariantCulture);

    public static string Now() => DateTimeOffset.UtcNow.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>The HMAC-SHA-256 of the previous signature and of every field, each told by its length, so that no two entries read alike.</summary>
    public string Sign(byte[] key, string previousSignature)
    {
        var text = new StringBuilder();
        foreach (var field in new[]
        {
            previousSignature, Text(Number), Kind.ToString(), Time, Subject, Name, Metric, Text(Count), Text(Budget), Beyond?.ToString(),
            Value?.ToString("R", CultureInfo.InvariantCulture),
        })
        {
            text.Append(field is null ? "-" : FormattableString.Invariant($"{field.Length}:{field}")).Append('\n');
        }

        using var hash = new HMACSHA256(key);
        return Hexadecimal.Of(hash.ComputeHash(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static string? Text(IFormattable? value) => value?.ToString(null, CultureInfo.InvariantCulture);
}
