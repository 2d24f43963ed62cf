using Microsoft.CodeAnalysis.Text;

namespace LeakageAnalyzers.Tool.Programs.Interactive;

/// <summary>Text that was made from another by edits and knows where each of its positions comes from.</summary>
internal sealed class EditedText
{
    private readonly EditedText? _before;
    private readonly IReadOnlyList<TextChange> _changes;

    /// <summary>The text before any edit.</summary>
    public EditedText(string original)
        : this(SourceText.From(original), null, [])
    {
    }

    private EditedText(SourceText text, EditedText? before, IReadOnlyList<TextChange> changes) => (Text, _before, _changes) = (text, before, changes);

    /// <summary>The text after all edits.</summary>
    public SourceText Text { get; }

    /// <summary>The text after <paramref name="changes"/> to this one; they may not overlap.</summary>
    public EditedText With(IEnumerable<TextChange> changes)
    {
        var ordered = changes.OrderBy(change => change.Span.Start).ToList();
        return ordered.Count == 0 ? this : new EditedText(Text.WithChanges(ordered), this, ordered);
    }

    /// <summary>The text with blanks over <paramref name="spans"/>, lines kept.</summary>
    public EditedText Without(IEnumerable<TextSpan> spans) => With(spans.Where(span => !span.IsEmpty).Select(span =>
        new TextChange(span, string.Concat(Text.ToString(span).Select(character => character is '\n' or '\r' ? character : ' ')))));

    /// <summary>The position of the original that <paramref name="position"/> comes from; what was put in comes from where it was put.</summary>
    public int ToOriginal(int position)
    {
        if (_before is null)
        {
            return position;
        }

        var moved = 0;
        foreach (var change in _changes)
        {
            var start = change.Span.Start + moved;
            if (position < start)
            {
                break;
            }

            if (position < start + change.NewText!.Length)
            {
                return _before.ToOriginal(change.Span.Start + Math.Min(position - start, change.Span.Length));
            }

            moved += change.NewText.Length - change.Span.Length;
        }

        return _before.ToOriginal(position - moved);
    }

    /// <summary>The span of the original that <paramref name="span"/> comes from.</summary>
    public TextSpan ToOriginal(TextSpan span) => TextSpan.FromBounds(ToOriginal(span.Start), Math.Max(ToOriginal(span.Start), ToOriginal(span.End)));
}
