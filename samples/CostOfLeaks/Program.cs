using CostOfLeaks;

// Named rules, or all.
var known = Studies.All.Cast<object>().Concat(Audits.All).ToDictionary(item => item.GetType().Name);
if (args.FirstOrDefault(id => !known.ContainsKey(id)) is { } unknown)
{
    Console.Error.WriteLine($"There is no study of {unknown}, but of {string.Join(", ", known.Keys)}.");
    return 1;
}

var chosen = known.Where(item => args.Length == 0 || args.Contains(item.Key)).ToList();
if (chosen.Exists(item => item.Value is IStudy))
{
    Console.WriteLine($"What a leak is worth: means of {StudyResult.Seeds} draws of rows and splits, and the standard error of the mean difference.");
}

foreach (var (id, item) in chosen)
{
    Console.WriteLine($"{id}  {(item is IStudy study ? StudyResult.Of(study) : Audits.Describe((IAudit)item))}");
}

return 0;
