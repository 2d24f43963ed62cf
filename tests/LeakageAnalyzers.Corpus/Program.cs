using System.CommandLine;
using LeakageAnalyzers.Corpus;
using LeakageAnalyzers.Corpus.Fuzzing;
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

var folders = new Argument<DirectoryInfo[]>("folders") { Description = "Folders of C# sources.", Arity = ArgumentArity.OneOrMore };
var seed = new Option<int>("--seed") { Description = "Seed of the random changes.", DefaultValueFactory = _ => 1 };
var cuts = new Option<int>("--cuts") { Description = "How many changed variants of each file are tried.", DefaultValueFactory = _ => 20 };
var limit = new Option<int>("--limit") { Description = "The longest processor time of a variant, in seconds.", DefaultValueFactory = _ => 10 };
var minutes = new Option<int>("--minutes") { Description = "Stop after so many minutes; the programs are taken in random order.", DefaultValueFactory = _ => 24 * 60 };
var from = new Option<int>("--from") { Description = "Leave out so many files, those that an earlier run of the same folders and seed has tried: its last line on the error output begins with their number.", DefaultValueFactory = _ => 0 };
var keep = new Option<DirectoryInfo?>("--keep") { Description = "A folder to write the texts to that fail." };
var fuzz = new Command("fuzz", "Runs the analyzer and every code fix over all files, whole and changed at random places: nothing may throw, hang or break.") { folders, seed, cuts, limit, minutes, from, keep };
fuzz.SetAction((arguments, cancellation) => new FuzzRun(arguments.GetRequiredValue(folders), new FuzzSettings(
    arguments.GetValue(seed), arguments.GetValue(cuts), TimeSpan.FromSeconds(arguments.GetValue(limit)), TimeSpan.FromMinutes(arguments.GetValue(minutes)), arguments.GetValue(from), arguments.GetValue(keep))).ExecuteAsync(cancellation));
root.Subcommands.Add(fuzz);
return await root.Parse(args).InvokeAsync();
