using System.CommandLine;
using LeakageAnalyzers.Corpus;
using LeakageAnalyzers.Corpus.Programs;

var folder = new Argument<DirectoryInfo>("folder") { Description = "The programs: any folder of C# sources, project files, notebooks and texts." };
var only = new Option<string[]>("--only") { Description = "Keep the programs whose name contains one of these texts.", AllowMultipleArgumentsPerToken = true };
var skip = new Option<string[]>("--skip") { Description = "Leave out the programs whose name contains one of these texts.", AllowMultipleArgumentsPerToken = true };
var labels = new Option<FileInfo?>("--labels") { Description = "A table (tab-separated: repo, path, line, kind, reason) of what readers found in these programs." };
var references = new Option<DirectoryInfo?>("--references") { Description = "A folder of assemblies that the programs use beyond the framework and ML.NET." };
var errors = new Option<bool>("--errors") { Description = "Say why programs do not compile." };
var fixes = new Option<bool>("--fixes") { Description = "Try the repair of each leak, say what came of it, and count by rule; nothing is written." };
var root = new RootCommand("Runs the analyzer over programs that nobody here wrote, and counts.") { folder, only, skip, labels, references, errors, fixes };
root.SetAction((arguments, cancellation) => new CorpusRun(
    arguments.GetRequiredValue(folder), new Selection(arguments.GetValue(only) ?? [], arguments.GetValue(skip) ?? []), arguments.GetValue(labels), arguments.GetValue(references),
    arguments.GetValue(errors), arguments.GetValue(fixes)).ExecuteAsync(cancellation));
return await root.Parse(args).InvokeAsync();
