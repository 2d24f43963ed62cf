using System.Runtime.CompilerServices;
using LeakageAnalyzers.Agreement.Tests.Data;

namespace LeakageAnalyzers.Agreement.Tests.Programs;

/// <summary>Programs under test print and write files: to nowhere, and into the folder of their data.</summary>
internal static class TestProcess
{
    [ModuleInitializer]
    internal static void Prepare()
    {
        Console.SetOut(TextWriter.Null);
        Given.MakeFolders();
        Directory.SetCurrentDirectory(Given.Folder);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Given.Folder, recursive: true);
    }
}
