using LeakageAnalyzers.Tool.Commands;

return await CommandLine.Create().Parse(args).InvokeAsync();
