// Three published demonstrations that good-looking scores can be had from pure noise, each beside what an honest evaluation of the same noise says.
using HonestNumbers;

Console.WriteLine("Circular analysis (Ambroise and McLachlan 2002): 50 rows, 5,000 noise features, the 100 best, 1-nearest-neighbour, 5 folds.");
Console.WriteLine($"  {CircularAnalysis.Run(repeats: 30)}");
Console.WriteLine();

Console.WriteLine("The same in ML.NET, under the guard: 100 rows, 2,000 noise features, the 50 best, logistic regression, 5 folds.");
CircularReport.Show(line => Console.WriteLine($"  {line}"));
Console.WriteLine();

Console.WriteLine("\"I tried a bunch of things\" (Skocik et al. 2016): 200 analyses of 100 noise rows, the best by cross-validation; 100 rows in a lock box.");
Console.WriteLine($"  {BunchOfThings.Run(repeats: 20)}");
Console.WriteLine();

Console.WriteLine("The same once more, with the lock box sealed by a ledger for one look:");
LockBox.Show(line => Console.WriteLine($"  {line}"));
Console.WriteLine();

Console.WriteLine("The reusable hold-out (Dwork et al. 2015): 10,000 rows and 10,000 features of noise, features chosen where training and hold-out agree.");
Console.WriteLine($"  {ReusableHoldoutStudy.Run(rows: 10_000, features: 10_000, seed: 1)}");
