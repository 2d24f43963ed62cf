using LeakageAnalyzers.Tool.Commands;

return await CommandLine.RunAsync(args);
