using System.Collections.Concurrent;
using Microsoft.CodeAnalysis.Text;

namespace LeakageAnalyzers;

/// <summary>
/// The bodies of a compilation that touch ML.NET, by file. They wait for the end of their file, when the compiler has bound all bodies of it: whoever asks for a body before its turn has it bound a second time.
/// </summary>
internal sealed class WatchedBodies
{
    private readonly ConcurrentDictionary<SyntaxTree, OfFile> _files = new();

    /// <summary>Whether <paramref name="body"/> waits for <see cref="AtEndOf"/> its file; false where that was asked before.</summary>
    public bool Wait(WatchedBody body) => _files.GetOrAdd(body.File, _ => new OfFile()).Wait(body);

    /// <summary>
    /// The bodies of <paramref name="file"/>, for whoever comes to its end. An editor comes to it more than once, several at a time, and each time all bodies are due: those that waited the first time here, and
    /// any other, which another thread was not done with then, on its own.
    /// </summary>
    public ImmutableArray<WatchedBody> AtEndOf(SyntaxTree file) => _files.GetOrAdd(file, _ => new OfFile()).AtEnd();

    private sealed class OfFile
    {
        private readonly Dictionary<ISymbol, WatchedBody> _bodies = new(SymbolEqualityComparer.Default);
        private bool _isAtEnd;

        public bool Wait(WatchedBody body)
        {
            lock (_bodies)
            {
                if (!_isAtEnd)
                {
                    _bodies[body.Owner] = body;
                }

                return _bodies.ContainsKey(body.Owner);
            }
        }

        public ImmutableArray<WatchedBody> AtEnd()
        {
            lock (_bodies)
            {
                _isAtEnd = true;
                return _bodies.Values.ToImmutableArray();
            }
        }
    }
}

/// <summary>A body that touches ML.NET.</summary>
/// <param name="File">The file it is in.</param>
/// <param name="Owner">The member it belongs to.</param>
/// <param name="Parts">Its parts: a constructor has its initializer beside its block.</param>
internal sealed record WatchedBody(SyntaxTree File, ISymbol Owner, ImmutableArray<SyntaxNode> Parts)
{
    /// <summary>Whether a part of it is in <paramref name="span"/>, of its file.</summary>
    public bool Touches(TextSpan span) => Parts.Any(part => part.Span.IntersectsWith(span));

    /// <summary>Whether <paramref name="place"/> is in it, in a line that whoever debugs it sees: what a generator has put between others is hidden.</summary>
    public bool Holds(Place place)
    {
        if (place.Handle is not Location location || location.SourceTree != File || File.GetLineVisibility(location.SourceSpan.Start) == LineVisibility.Hidden)
        {
            return false;
        }

        foreach (var part in Parts)
        {
            if (part.Span.Contains(location.SourceSpan))
            {
                return true;
            }
        }

        return false;
    }
}
