using MultiSite;

var examinations = Examination.Simulate(seed: 1);
var study = new Study(examinations);
var (known, reportOfKnown) = study.AtKnownHospitals();
var (unseen, reportOfUnseen) = study.AtANewHospital();
Console.WriteLine($"A simulated study of {examinations.Count} people at {Examination.Hospitals} hospitals, each with its scanner and its share of ill people.");
Console.WriteLine();
Console.WriteLine($"tested at hospitals that the model knows    {known.AreaUnderRocCurve}");
Console.WriteLine($"tested at a hospital it never saw           {unseen.AreaUnderRocCurve}");
Console.WriteLine();
Console.WriteLine("The model recognizes the scanner and answers with the hospital's share of ill people. Where a new hospital is to use it, the second number is the honest one.");
Console.WriteLine($"Reports: {reportOfKnown}, {reportOfUnseen}");
