using System.Reflection;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace LeakageAnalyzers.Tests.MlNet;

/// <summary>Makes the estimators of ML.NET's catalogs, with the arguments they have by default and columns that suit them, and fits them.</summary>
internal sealed class EstimatorTrials
{
    private const int Rows = 60;

    // Principal components are twenty by default.
    private const int Width = 24;

    // Fetches its vectors from the network; tests do not.
    private const string Downloading = "ApplyWordEmbedding";

    // Which columns a parameter may name, by what its name says; the first that fits is taken.
    private static readonly (string Part, string[] Columns)[] ColumnsByParameter =
    [
        ("output", ["Output"]),
        ("label", ["Truth", "Label", "Class", "Relevance"]),
        ("feature", ["Features"]),
        ("group", ["Query"]),
        ("score", ["Score"]),
        ("weight", [null!]),
    ];

    private static readonly string[] AnyColumn = ["Features", "Number", "Text", "Words", "Class", "Classes", "Letters"];

    private readonly MLContext _ml = new(seed: 1);
    private readonly Dictionary<Type, object> _catalogs = [];
    private readonly IDataView _data;

    public EstimatorTrials()
    {
        Collect(_ml);
        _data = Prepare();
    }

    /// <summary>Whether fitting what <paramref name="method"/> makes reads rows; null where no arguments were found that it can be fitted with.</summary>
    public bool? ReadsRows(MethodInfo method)
    {
        if (!_catalogs.TryGetValue(CatalogMethods.CatalogOf(method)!, out var catalog) || method.IsGenericMethodDefinition || method.Name == Downloading)
        {
            return null;
        }

        foreach (var arguments in Candidates(method, catalog))
        {
            var view = new CountingView(_data);
            try
            {
                dynamic? estimator = method.Invoke(method.IsStatic ? null : catalog, arguments);
                if (estimator is null)
                {
                    return null;
                }

                Fit(estimator, view);
                return view.Read > 0;
            }
            catch (Exception refused) when (refused is not OutOfMemoryException)
            {
                // What fails after it has read has read; else another column may suit it.
                if (view.Read > 0)
                {
                    return true;
                }
            }
        }

        return null;
    }

    private static void Fit<T>(IEstimator<T> estimator, IDataView view)
        where T : class, ITransformer => estimator.Fit(view);

    private static IEnumerable<object?[]> Candidates(MethodInfo method, object catalog)
    {
        var parameters = method.GetParameters();
        var candidates = (IEnumerable<object?[]>)[[]];
        foreach (var parameter in parameters)
        {
            var values = parameter.Position == 0 && method.IsStatic ? [catalog] : ValuesOf(parameter).ToList();
            candidates = candidates.SelectMany(given => values, (given, value) => (object?[])[.. given, value]);
        }

        return candidates.Take(100);
    }

    private static IEnumerable<object?> ValuesOf(ParameterInfo parameter)
    {
        var name = parameter.Name!;
        if (!name.Contains("olumn", StringComparison.Ordinal) || (parameter.ParameterType != typeof(string) && parameter.ParameterType != typeof(string[])))
        {
            return parameter.HasDefaultValue ? [parameter.DefaultValue] : [];
        }

        var columns = ColumnsByParameter.Where(row => name.Contains(row.Part, StringComparison.OrdinalIgnoreCase)).Select(row => row.Columns).FirstOrDefault(AnyColumn);
        return parameter.ParameterType == typeof(string) ? columns : columns.Select(column => new[] { column });
    }

    private void Collect(object catalog)
    {
        foreach (var property in catalog.GetType().GetProperties().Where(property => property.PropertyType.Namespace == "Microsoft.ML" && property.PropertyType.IsClass && property.GetIndexParameters().Length == 0))
        {
            if (property.GetValue(catalog) is { } part && _catalogs.TryAdd(part.GetType(), part))
            {
                Collect(part);
            }
        }
    }

    private IDataView Prepare()
    {
        var random = new Random(1);
        var rows = Enumerable.Range(0, Rows).Select(i => new Row
        {
            Number = (float)random.NextDouble(),
            Features = [.. Enumerable.Range(2, Width).Select(divisor => (float)(i % divisor) + (float)random.NextDouble())],
            Text = i % 2 == 0 ? "a mild case of fever" : "no case at all",
            Words = ["case", i % 2 == 0 ? "fever" : "none"],
            Truth = i % 3 == 0,
            Label = i % 4,
            Score = (float)random.NextDouble(),
            Class = (uint)(i % 3) + 1,
            Classes = [(uint)(i % 3) + 1, 1],
            Query = (uint)(i / 10) + 1,
            Relevance = (uint)(i % 3) + 1,
        }).ToList();
        var view = _ml.Data.LoadFromEnumerable(rows);
        return _ml.Data.Cache(_ml.Transforms.Text.TokenizeIntoCharactersAsKeys("Letters", "Text").Fit(view).Transform(view));
    }

    private sealed class Row
    {
        public float Number { get; set; }

        [VectorType(Width)]
        public float[] Features { get; set; } = [];

        public string Text { get; set; } = "";

        [VectorType(2)]
        public string[] Words { get; set; } = [];

        public bool Truth { get; set; }

        public float Label { get; set; }

        public float Score { get; set; }

        [KeyType(3)]
        public uint Class { get; set; }

        [KeyType(3), VectorType(2)]
        public uint[] Classes { get; set; } = [];

        [KeyType(6)]
        public uint Query { get; set; }

        [KeyType(3)]
        public uint Relevance { get; set; }
    }
}
