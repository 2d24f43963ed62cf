using System.Reflection;
using Microsoft.ML;
using static Microsoft.ML.DataOperationsCatalog;

namespace LeakageAnalyzers.Runtime.Splitting;

/// <summary>Makes ML.NET's own pair of train and test rows, whose constructor is internal: the one place that reaches for it.</summary>
internal static class TrainTestParts
{
    private static readonly ConstructorInfo Constructor =
        typeof(TrainTestData).GetConstructor(BindingFlags.Instance | BindingFlags.NonPublic, null, [typeof(IDataView), typeof(IDataView)], null)
        ?? throw new NotSupportedException($"{typeof(TrainTestData)} of this ML.NET version cannot be made from a train and a test view.");

    public static TrainTestData Of(IDataView train, IDataView test) => (TrainTestData)Constructor.Invoke([train, test]);
}
