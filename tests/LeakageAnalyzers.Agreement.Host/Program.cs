// Runs programs under the guard, for tests that compiled them: each connection of the named pipe brings one, as a line, and takes what was seen, as a line.
// ML.NET collects all garbage several times for each FastTree; beside the heap of a compiler that takes longer than all the rest.
// Ends with its standard input, which is the process that started it.
using System.IO.Pipes;
using System.Text.Json;
using LeakageAnalyzers.Agreement.Host;
using LeakageAnalyzers.Agreement.Host.Data;

// What programs print goes nowhere, and a program that asks its user hears nothing.
Console.SetOut(TextWriter.Null);
Console.SetIn(TextReader.Null);
Given.MakeFolders();
Directory.SetCurrentDirectory(Given.Folder);
await await Task.WhenAny(ServeAsync(args[0]), Console.OpenStandardInput().CopyToAsync(Stream.Null));
Directory.Delete(Given.Folder, recursive: true);

static async Task ServeAsync(string name)
{
    while (true)
    {
        var pipe = new NamedPipeServerStream(name, PipeDirection.InOut, NamedPipeServerStream.MaxAllowedServerInstances, PipeTransmissionMode.Byte, PipeOptions.Asynchronous);
        await pipe.WaitForConnectionAsync();
        _ = Task.Run(() => AnswerAsync(pipe));
    }
}

static async Task AnswerAsync(Stream pipe)
{
    await using var connection = pipe;
    using var reader = new StreamReader(connection);
    await using var writer = new StreamWriter(connection);
    try
    {
        var request = JsonSerializer.Deserialize<RunRequest>((await reader.ReadLineAsync())!)!;
        await writer.WriteLineAsync(JsonSerializer.Serialize(LoadedProgram.Run(request)));
    }
    catch (Exception failure)
    {
        // What a program throws is part of the answer; this is ours.
        await Console.Error.WriteLineAsync(failure.ToString());
    }
}
