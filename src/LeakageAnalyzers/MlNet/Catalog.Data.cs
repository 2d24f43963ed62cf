namespace LeakageAnalyzers.MlNet;

/// <summary>Where rows come from, and how they are cut.</summary>
internal static partial class Catalog
{
    private static IEnumerable<CatalogRow> Data =>
    [
        .. In("Microsoft.ML.DataOperationsCatalog",
            Call("LoadFromEnumerable", CallKind.LoadRows),
            Call("CreateEnumerable", CallKind.SameRows) with { ReadsRows = true },
            Call("Cache", CallKind.SameRows),
            Call("BootstrapSample", CallKind.Resample),
            Call("FilterRowsByColumn", CallKind.Filter),
            Call("FilterRowsByKeyColumnFraction", CallKind.Filter),
            Call("FilterRowsByMissingValues", CallKind.Filter),
            Call("ShuffleRows", CallKind.Shuffle),
            Call("SkipRows", CallKind.Skip),
            Call("TakeRows", CallKind.Take),
            Call("TrainTestSplit", CallKind.Split),
            Call("CrossValidationSplit", CallKind.SplitIntoFolds)),
        .. In("Microsoft.ML.CustomMappingCatalog",
            Call("FilterByCustomPredicate", CallKind.Filter),
            Call("FilterByStatefulCustomPredicate", CallKind.Filter)),
        .. In("Microsoft.ML.TextLoaderSaverCatalog",
            Call("LoadFromTextFile", CallKind.LoadFile),
            Call("CreateTextLoader", CallKind.CreateLoader),
            Call("SaveAsText", CallKind.Neutral)),
        .. In("Microsoft.ML.BinaryLoaderSaverCatalog",
            Call("LoadFromBinary", CallKind.LoadFile),
            Call("SaveAsBinary", CallKind.Neutral)),
        .. In("Microsoft.ML.Data.SvmLightLoaderSaverCatalog",
            Call("LoadFromSvmLightFile", CallKind.LoadFile),
            Call("LoadFromSvmLightFileWithFeatureNames", CallKind.LoadFile),
            Call("CreateSvmLightLoader", CallKind.CreateLoader),
            Call("CreateSvmLightLoaderWithFeatureNames", CallKind.CreateLoader),
            Call("SaveInSvmLightFormat", CallKind.Neutral)),
        .. In("Microsoft.ML.IDataView",
            Call("GetRowCursor", CallKind.Neutral) with { ReadsRows = true },
            Call("GetRowCursorSet", CallKind.Neutral) with { ReadsRows = true },
            Call("GetRowCount", CallKind.Neutral)),
        .. In("Microsoft.ML.Data.ColumnCursorExtensions", Call("GetColumn", CallKind.SameRows) with { ReadsRows = true }),
        .. In("Microsoft.ML.DebuggerExtensions", Call("Preview", CallKind.Neutral) with { ReadsRows = true }),
        .. In("Microsoft.ML.DatabaseLoaderCatalog", Call("CreateDatabaseLoader", CallKind.CreateLoader)),
        .. In("Microsoft.ML.IDataLoader`1", Call("Load", CallKind.Load)),
        .. In("Microsoft.ML.DataLoaderExtensions", Call("Load", CallKind.Load)),
    ];
}
