using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.Model;
using Microsoft.CodeAnalysis.Text;

namespace LeakageAnalyzers.Tool.Repairs;

/// <summary>What differs between two texts, as small changes: no change holds a line that stayed.</summary>
internal static class LineChanges
{
    /// <summary>The changes that make <paramref name="after"/> of <paramref name="before"/>.</summary>
    public static IReadOnlyList<TextChange> Between(string before, string after)
    {
        var difference = Differ.Instance.CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, new LineEndingsPreservingChunker());
        var (old, now) = (Starts(difference.PiecesOld), Starts(difference.PiecesNew));
        return [.. difference.DiffBlocks.SelectMany(block => Changes(block, old, now, before, after))];
    }

    // Lines that were replaced one by one are compared one by one.
    private static IEnumerable<TextChange> Changes(DiffBlock block, List<int> old, List<int> now, string before, string after)
    {
        if (block.DeleteCountA == block.InsertCountB)
        {
            for (var line = 0; line < block.DeleteCountA; line++)
            {
                yield return Trim(
                    TextSpan.FromBounds(old[block.DeleteStartA + line], old[block.DeleteStartA + line + 1]),
                    after[now[block.InsertStartB + line]..now[block.InsertStartB + line + 1]],
                    before);
            }
        }
        else
        {
            yield return new TextChange(
                TextSpan.FromBounds(old[block.DeleteStartA], old[block.DeleteStartA + block.DeleteCountA]), after[now[block.InsertStartB]..now[block.InsertStartB + block.InsertCountB]]);
        }
    }

    private static TextChange Trim(TextSpan span, string text, string before)
    {
        var replaced = before.AsSpan(span.Start, span.Length);
        var head = replaced.CommonPrefixLength(text);
        var tail = 0;
        while (tail < Math.Min(replaced.Length, text.Length) - head && replaced[^(tail + 1)] == text[^(tail + 1)])
        {
            tail++;
        }

        return new TextChange(new TextSpan(span.Start + head, span.Length - head - tail), text[head..^tail]);
    }

    private static List<int> Starts(IReadOnlyList<string> pieces)
    {
        var starts = new List<int> { 0 };
        foreach (var piece in pieces)
        {
            starts.Add(starts[^1] + piece.Length);
        }

        return starts;
    }
}
