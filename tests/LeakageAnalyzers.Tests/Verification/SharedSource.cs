namespace LeakageAnalyzers.Tests.Verification;

/// <summary>What every program under test may use, in a file of its own so that its lines are its own.</summary>
internal static class SharedSource
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "Shared.cs";

    /// <summary>Usings and row types.</summary>
    public const string Text = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading.Tasks;
        global using Microsoft.ML;
        global using Microsoft.ML.Data;
        global using Microsoft.ML.Trainers;
        global using Microsoft.ML.Trainers.FastTree;
        global using Microsoft.ML.Transforms;

        /// <summary>Independent rows.</summary>
        public sealed class Reading
        {
            [LoadColumn(0)] public float Age { get; set; }
            [LoadColumn(1)] public float Pressure { get; set; }
            [LoadColumn(2)] public string Ward { get; set; } = "";
            [LoadColumn(3)] public bool Label { get; set; }
        }

        /// <summary>Several rows a patient.</summary>
        public sealed class Visit
        {
            [LoadColumn(0)] public string PatientId { get; set; } = "";
            [LoadColumn(1)] public float Age { get; set; }
            [LoadColumn(2)] public float Pressure { get; set; }
            [LoadColumn(3)] public bool Label { get; set; }
        }
        """;
}
