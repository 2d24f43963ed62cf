using ValidCode;
using ValidCode.Features;
using ValidCode.Partition;
using ValidCode.Preprocessing;
using ValidCode.Selection;

IValidProgram[] programs =
[
    new PreparedWithinTheFolds(), new FittedOnTrainRows(), new HashedBeforeTheSplit(), new LabelKeyedBeforeTheSplit(), new OversampledTrainRows(), new ScaledByHand(),
    new RefittedOnAllRows(), new TrainScoreBesideTestScore(), new OneRowPerPatient(), new PatientAsSamplingKey(), new SplitAlongTime(), new DisjointRanges(), new PartsAcrossMethods(), new ScoredOneByOne(),
    new ChosenByValidationRows(), new StoppedByValidationRows(), new QualityGate(), new ChosenInsideTheFolds(),
    new LabelFromAnotherColumn(), new IdentifierNamedButNotUsed(),
];

// Named programs, or all.
var chosen = programs.Where(program => args.Length == 0 || args.Contains(program.GetType().Name)).ToList();
Console.WriteLine("Correct programs that look like leaks; the build and the guard stay silent on each. Area under the ROC curve:");
foreach (var program in chosen)
{
    Console.WriteLine($"{program.Score():0.000}  {program.GetType().Name}");
}
