using CostOfLeaks;

// Named rules, or all.
var known = Studies.All.Select(study => (Id: study.GetType().Name, Describe: (Func<string>)(() => StudyResult.Of(study).ToString())))
    .Concat(BareScores.All.Select(bare => (Id: bare.GetType().Name, Describe: (Func<string>)(() => BareScores.Describe(bare)))))
    .Concat(Audits.All.Select(audit => (Id: audit.GetType().Name, Describe: (Func<string>)(() => Audits.Describe(audit)))))
    .OrderBy(item => item.Id, StringComparer.Ordinal)
    .ToDictionary(item => item.Id, item => item.Describe);
if (args.FirstOrDefault(id => !known.ContainsKey(id)) is { } unknown)
{
    Console.Error.WriteLine($"There is no study of {unknown}, but of {string.Join(", ", known.Keys)}.");
    return 1;
}

var chosen = known.Where(item => args.Length == 0 || args.Contains(item.Key)).ToList();
if (Studies.All.Cast<object>().Concat(BareScores.All).Any(study => chosen.Exists(item => item.Key == study.GetType().Name)))
{
    Console.WriteLine($"What a leak is worth: means of {StudyResult.Seeds} draws of rows and splits, and the standard error of the mean difference.");
}

foreach (var (id, describe) in chosen)
{
    Console.WriteLine($"{id}  {describe()}");
}

return 0;
