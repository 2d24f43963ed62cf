using LeakageAnalyzers.Interpreter.Calls;
using LeakageAnalyzers.Workflow.Rules;
using Microsoft.CodeAnalysis.Text;

namespace LeakageAnalyzers.Interpreter.Entries.Kept;

/// <summary>Where bodies that stayed the same stand in the next version of their files.</summary>
internal sealed class Moves
{
    private readonly List<(SyntaxNode Before, SyntaxNode After)> _pairs;

    private Moves(List<(SyntaxNode Before, SyntaxNode After)> pairs) => _pairs = pairs;

    /// <summary>Where what was <paramref name="read"/> stands in <paramref name="files"/>; null where something of it is no longer the same.</summary>
    public static Moves? From(ImmutableArray<BodyRead> read, ImmutableArray<SyntaxTree> files)
    {
        var pairs = new List<(SyntaxNode, SyntaxNode)>();
        foreach (var body in read)
        {
            var file = files[body.Path.Tree];
            if (body.Syntax.Count > 0 && body.Syntax[0].SyntaxTree == file)
            {
                pairs.AddRange(body.Syntax.Select(node => (node, node)));
                continue;
            }

            var now = body.Path.In(file.GetRoot());
            if (now.Count != body.Syntax.Count || !now.Zip(body.Syntax, (after, before) => after.IsIncrementallyIdenticalTo(before)).All(isSame => isSame))
            {
                return null;
            }

            pairs.AddRange(body.Syntax.Zip(now, (before, after) => (before, after)));
        }

        return new Moves(pairs);
    }

    /// <summary><paramref name="finding"/> at its places of now; null where one of them stands on another line, which its message may name.</summary>
    public Finding? Of(Finding finding)
    {
        var places = finding.Related.Concat(finding.Story).Select(step => step.Place).Append(finding.Place).Distinct().ToDictionary(place => place, Of);
        return places.Values.Any(place => place is null) ? null : finding with
        {
            Place = places[finding.Place]!,
            Related = finding.Related.Map(step => step with { Place = places[step.Place]! }),
            Story = finding.Story.Map(step => step with { Place = places[step.Place]! }),
        };
    }

    private Place? Of(Place place)
    {
        if (place.Handle is not Location { SourceTree: { } tree } location)
        {
            return null;
        }

        var (before, after) = _pairs.Find(pair => pair.Before.SyntaxTree == tree && pair.Before.FullSpan.Contains(location.SourceSpan));
        if (before is null)
        {
            return null;
        }

        if (ReferenceEquals(before, after))
        {
            return place;
        }

        var moved = Places.Of(after.SyntaxTree, new TextSpan(location.SourceSpan.Start - before.FullSpan.Start + after.FullSpan.Start, location.SourceSpan.Length));
        return moved.Line == place.Line && moved.FilePath == place.FilePath ? moved : null;
    }
}
