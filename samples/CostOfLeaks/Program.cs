using CostOfLeaks;

// Named rules, or all.
var chosen = Studies.All.Where(study => args.Length == 0 || args.Contains(study.GetType().Name)).ToList();
if (chosen.Count == 0)
{
    Console.Error.WriteLine($"No study of {string.Join(", ", args)}. There are: {string.Join(", ", Studies.All.Select(study => study.GetType().Name))}.");
    return 1;
}

Console.WriteLine($"What each leak is worth: mean of {StudyResult.Seeds} draws of rows and splits, and the standard error of the mean difference.");
foreach (var study in chosen)
{
    var result = StudyResult.Of(study);
    Console.WriteLine($"{result.Id}  {result}");
}

return 0;
