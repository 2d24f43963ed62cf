using System.Globalization;

namespace LeakageAnalyzers.Runtime.Holdout.Ledger;

/// <summary>Bytes as hexadecimal digits in lower case.</summary>
internal static class Hexadecimal
{
    public static string Of(byte[] bytes) => string.Concat(bytes.Select(value => value.ToString("x2", CultureInfo.InvariantCulture)));
}
