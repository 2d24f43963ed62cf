// Looks at sealed rows again and again, and says so line by line, until it has taken the last look or is killed.
// Arguments: the ledger, the folder of the witness, the number of the lane, the first and the last look of this lane.
using System.Globalization;
using LeakageAnalyzers.HoldoutLooker;
using LeakageAnalyzers.Runtime.Holdout;
using Microsoft.ML;

var (lane, first, last) = (Number(2), Number(3), Number(4));
var ml = new MLContext(seed: 1);
var rows = ml.Data.LoadFromEnumerable(SealedRow.All);
var holdout = SealedHoldout.Open(args[0], rows, new HoldoutOptions { WitnessFolder = args[1], Write = _ => { } });
for (var look = first; look <= last; look++)
{
    // A model of its own for each look: it predicts what no other does.
    var model = ml.Transforms.CustomMapping<SealedRow, Scored>((row, scored) => scored.Score = row.Value + (1000 * lane) + look, contractName: null).Fit(rows);
    Console.WriteLine(FormattableString.Invariant($"ask {look}"));
    var answer = holdout.Evaluate(model, "Mean", scored => ml.Data.CreateEnumerable<Scored>(scored, reuseRowObject: true).Average(row => row.Score), $"{lane}/{look}");
    Console.WriteLine(FormattableString.Invariant($"answered {look} {answer.Evaluation:R}"));
}

int Number(int argument) => int.Parse(args[argument], CultureInfo.InvariantCulture);
