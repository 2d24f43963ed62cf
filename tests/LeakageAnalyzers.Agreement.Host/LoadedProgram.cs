using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace LeakageAnalyzers.Agreement.Host;

/// <summary>Runs a program in a context of its own, and lets go of it.</summary>
internal static class LoadedProgram
{
    /// <summary>What the guard says: of a program's types one answer each, else one.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static IReadOnlyList<GuardedRun> Run(RunRequest request)
    {
        var context = new AssemblyLoadContext("program", isCollectible: true);
        try
        {
            var program = context.LoadFromStream(new MemoryStream(request.Image));
            var guard = program.GetType(request.GuardType, throwOnError: true)!.GetProperty(request.GuardProperty)!;
            return OnPoolThread.Run<IReadOnlyList<GuardedRun>>(() => request.Part switch
            {
                RunPart.Main => [RunMain(program, guard, request.Names)],
                RunPart.Members => [RunMembers(program, guard)],
                _ => [.. request.Names.Select(type => RunCollector.Of(guard, () => program.GetType(type, throwOnError: true)!.GetMethod("Run")!.Invoke(null, [])))],
            });
        }
        finally
        {
            context.Unload();
        }
    }

    private static GuardedRun RunMain(Assembly program, PropertyInfo guard, IReadOnlyList<string> arguments)
    {
        var main = program.EntryPoint!;
        return RunCollector.Of(guard, () => main.Invoke(null, main.GetParameters().Length == 0 ? [] : [arguments.ToArray()]));
    }

    private static GuardedRun RunMembers(Assembly program, PropertyInfo guard)
    {
        var runs = new RunCollector(guard);
        foreach (var type in PublicMembers.Of(program, guard.DeclaringType!))
        {
            runs.Run(() => PublicMembers.InvokeAll(type));
        }

        return runs.Result;
    }
}
