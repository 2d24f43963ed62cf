// dotnet run -c Release --project tests/LeakageAnalyzers.Benchmarks -- --filter '*'
using BenchmarkDotNet.Running;
using LeakageAnalyzers.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(SameProcess).Assembly).Run(args, new SameProcess());
