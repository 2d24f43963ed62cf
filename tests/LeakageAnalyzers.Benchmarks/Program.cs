// dotnet run -c Release --project tests/LeakageAnalyzers.Benchmarks -- --filter '*'            tables of BenchmarkDotNet, with ratios within one run
// dotnet run -c Release --project tests/LeakageAnalyzers.Benchmarks -- figures guard-memory    one figure; without a name, the names
using BenchmarkDotNet.Running;
using LeakageAnalyzers.Benchmarks;

if (args is ["figures", ..])
{
    return Figures.Print([.. args.Skip(1)]);
}

BenchmarkSwitcher.FromAssembly(typeof(SameProcess).Assembly).Run(args, new SameProcess());
return 0;
