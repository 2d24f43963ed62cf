using System.Text.Json;

namespace LeakageAnalyzers.Tool.Tests.Prove;

/// <summary><c>leakage prove</c> on a project of several files, with a library and with files that only a build puts in their places.</summary>
public sealed class ProjectTests(LeakageProcess leakage) : IClassFixture<LeakageProcess>
{
    [Fact]
    public async Task A_project_finds_its_library_its_resources_and_its_linked_files_in_the_copy()
    {
        using var folder = new TestFolder();
        folder.Write("Study.slnx", """<Solution><Project Path="Study/Study.csproj" /><Project Path="Rows/Rows.csproj" /></Solution>""");
        folder.Write("Study/Study.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Microsoft.ML.FastTree" Version="5.0.1" />
                <ProjectReference Include="..\Rows\Rows.csproj" />
                <EmbeddedResource Include="Settings\trees.txt" />
                <None Include="..\Shared\**\*.csv" Link="data\%(Filename)%(Extension)" CopyToOutputDirectory="PreserveNewest" />
                <Content Include="Settings\fraction.txt"><CopyToOutputDirectory>Always</CopyToOutputDirectory><Link>fraction.txt</Link></Content>
              </ItemGroup>
            </Project>
            """);
        folder.Write("Study/Settings/trees.txt", "20");
        folder.Write("Study/Settings/fraction.txt", "0.4");
        folder.Write("Shared/Voices/patients.csv", Patients.Csv);
        folder.Write("Study/Settings.cs", """
            using System.Globalization;

            public static class Settings
            {
                public static int Trees => int.Parse(new StreamReader(typeof(Settings).Assembly.GetManifestResourceStream("Study.Settings.trees.txt")!).ReadToEnd(), CultureInfo.InvariantCulture);

                public static double Fraction => double.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "fraction.txt")), CultureInfo.InvariantCulture);
            }

            """);
        folder.Write("Study/Program.cs", """
            using System.Reflection;

            // Where public programs look for their data: up from the assembly, and beside it.
            var beside = Path.Combine(Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location)!, "data", "patients.csv");
            var above = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../Shared/Voices", "patients.csv"));

            """ + Patients.Leaky.Replace(Patients.Rows, "", StringComparison.Ordinal)
                .Replace("using Microsoft.ML;\nusing Microsoft.ML.Data;\n", "", StringComparison.Ordinal)
                .Replace("\"patients.csv\"", "File.Exists(above) ? beside : above", StringComparison.Ordinal)
                .Replace("0.4", "Settings.Fraction", StringComparison.Ordinal)
                .Replace("numberOfTrees: 20", "numberOfTrees: Settings.Trees", StringComparison.Ordinal)
                .Replace("Console.WriteLine(", "File.WriteAllText(\"written.txt\", \"\");\nFile.WriteAllText(above, \"\");\nConsole.WriteLine(", StringComparison.Ordinal));
        folder.Write("Study/Usings.cs", "global using Microsoft.ML;\nglobal using Microsoft.ML.Data;\n");
        folder.Write("Rows/Rows.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup><PackageReference Include="Microsoft.ML" Version="5.0.1" /></ItemGroup>
            </Project>
            """);
        folder.Write("Rows/Recording.cs", "using Microsoft.ML.Data;\n" + Patients.Rows);
        folder.Write("Rows/Training.cs", """
            using Microsoft.ML;

            public static class Training
            {
                public static double Run(MLContext mlContext, string path)
                {
                    var split = mlContext.Data.TrainTestSplit(mlContext.Data.LoadFromTextFile<Recording>(path, separatorChar: ','));
                    var pipeline = mlContext.Transforms.Concatenate("Features", "Loudness").Append(mlContext.Regression.Trainers.Sdca("Pitch"));
                    return mlContext.Regression.Evaluate(pipeline.Fit(split.TrainSet).Transform(split.TestSet), "Pitch").RSquared;
                }
            }
            """);
        var before = folder.Everything();

        var run = await leakage.RunAsync(folder, "prove", "Study.slnx", "--runs", "1", "--format", "json");

        Assert.Equal("", run.StandardError);
        var root = JsonDocument.Parse(run.StandardOutput).RootElement;
        var note = Assert.Single(root.GetProperty("problems").EnumerateArray());
        Assert.Equal("Study/Study.csproj", note.GetProperty("file").GetString());
        Assert.Equal("run from its sources with ML.NET 5.0.1 and .NET 10, which the tool brings: its own packages are not restored (dotnet restore)", note.GetProperty("message").GetString());
        var programs = root.GetProperty("programs").EnumerateArray().ToDictionary(program => program.GetProperty("name").GetString()!);
        var finding = Assert.Single(programs["Study/Study.csproj"].GetProperty("findings").EnumerateArray());
        Assert.Equal(("LEAK202", "Study/Program.cs"), (finding.GetProperty("rule").GetString(), finding.GetProperty("place").GetProperty("file").GetString()));
        Assert.InRange(finding.GetProperty("evaluations")[0].GetProperty("published").GetDouble(), 0.95, 1);
        Assert.True(finding.GetProperty("guard").GetProperty("goneAfter").GetBoolean());

        // What nobody calls is not measured.
        Assert.Equal(["Study/Study.csproj"], programs.Keys);
        Assert.Equal(
            "no run comes to an evaluation that it touches",
            Assert.Single(programs["Study/Study.csproj"].GetProperty("notMeasured").EnumerateArray()).GetProperty("reason").GetString());
        Assert.Equal(2, run.ExitCode);
        Assert.Equal(before, folder.Everything());
    }

    [Fact]
    public async Task A_leak_in_a_library_is_measured_in_the_program_that_uses_it_even_where_that_names_nothing_of_ML_NET()
    {
        using var folder = new TestFolder();
        folder.Write("Study.slnx", """<Solution><Project Path="Rows/Rows.csproj" /><Project Path="Study/Study.csproj" /></Solution>""");
        folder.Write("Study/Study.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><AssemblyName>Voices.Study</AssemblyName></PropertyGroup>
              <ItemGroup><ProjectReference Include="..\Rows\Rows.csproj" /></ItemGroup>
            </Project>
            """);

        // Found beside the assembly alone, as where an editor starts it: four folders up from there.
        folder.Write("Study/Program.cs", "Console.WriteLine(new Training(\"../../../../Shared/patients.csv\").Run());\n");
        folder.Write("Shared/patients.csv", Patients.Csv);
        folder.Write("Rows/Rows.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup><PackageReference Include="Microsoft.ML.FastTree" Version="5.0.1" /></ItemGroup>
            </Project>
            """);
        folder.Write("Rows/Recording.cs", "using Microsoft.ML.Data;\n" + Patients.Rows);
        folder.Write("Rows/Training.cs", """
            using Microsoft.ML;

            public sealed class Training
            {
                private readonly MLContext _context = new MLContext(seed: 1);
                private readonly IDataView _data;

                public Training(string path) => _data = _context.Data.LoadFromTextFile<Recording>(path, separatorChar: ',');

                public double Run()
                {
                    var split = _context.Data.TrainTestSplit(_data, testFraction: 0.4);
                    var pipeline = _context.Transforms.Concatenate("Features", "Pitch", "Loudness", "Noise").Append(_context.BinaryClassification.Trainers.FastTree(numberOfTrees: 20));
                    return _context.BinaryClassification.Evaluate(pipeline.Fit(split.TrainSet).Transform(split.TestSet)).AreaUnderRocCurve;
                }
            }
            """);
        var before = folder.Everything();

        var run = await leakage.RunAsync(folder, "prove", "Study.slnx", "--runs", "2", "--format", "json");

        Assert.Equal("", run.StandardError);
        Assert.Equal(1, run.ExitCode);
        var program = Assert.Single(JsonDocument.Parse(run.StandardOutput).RootElement.GetProperty("programs").EnumerateArray());
        Assert.Equal("Study/Study.csproj", program.GetProperty("name").GetString());
        var finding = Assert.Single(program.GetProperty("findings").EnumerateArray());
        Assert.Equal(("LEAK202", "Rows/Training.cs"), (finding.GetProperty("rule").GetString(), finding.GetProperty("place").GetProperty("file").GetString()));
        var evaluation = Assert.Single(finding.GetProperty("evaluations").EnumerateArray());
        Assert.InRange(evaluation.GetProperty("published").GetDouble(), 0.95, 1);
        Assert.InRange(evaluation.GetProperty("honest").GetDouble(), 0.3, 0.7);
        Assert.Equal("clusterBootstrap", evaluation.GetProperty("interval").GetProperty("method").GetString());
        Assert.True(finding.GetProperty("guard").GetProperty("goneAfter").GetBoolean());
        Assert.Equal(before, folder.Everything());

        var alone = await leakage.RunAsync(folder, "prove", "Rows/Rows.csproj");

        Assert.Equal(2, alone.ExitCode);
        Assert.Contains(
            "not measured: Rows/Rows.csproj: nothing in it can be started: it is a library; name a project that uses it, or the solution, to measure its leaks in there\n", alone.StandardOutput, StringComparison.Ordinal);
    }
}
