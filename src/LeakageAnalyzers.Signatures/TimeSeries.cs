using Microsoft.ML.Runtime;
using Microsoft.ML.Signatures;
using Microsoft.ML.TimeSeries;
using Microsoft.ML.Transforms.TimeSeries;

namespace Microsoft.ML
{
    public static class TimeSeriesCatalog
    {
        public static IidChangePointEstimator DetectIidChangePoint(
            this TransformsCatalog catalog, string outputColumnName, string inputColumnName, int confidence, int changeHistoryLength, MartingaleType martingale = MartingaleType.Power, double eps = 0.1) =>
            Signature.Only<IidChangePointEstimator>();

        public static IidChangePointEstimator DetectIidChangePoint(
            this TransformsCatalog catalog, string outputColumnName, string inputColumnName, double confidence, int changeHistoryLength, MartingaleType martingale = MartingaleType.Power, double eps = 0.1) =>
            Signature.Only<IidChangePointEstimator>();

        public static IidSpikeEstimator DetectIidSpike(
            this TransformsCatalog catalog, string outputColumnName, string inputColumnName, int confidence, int pvalueHistoryLength, AnomalySide side = AnomalySide.TwoSided) =>
            Signature.Only<IidSpikeEstimator>();

        public static IidSpikeEstimator DetectIidSpike(
            this TransformsCatalog catalog, string outputColumnName, string inputColumnName, double confidence, int pvalueHistoryLength, AnomalySide side = AnomalySide.TwoSided) =>
            Signature.Only<IidSpikeEstimator>();

        public static SsaChangePointEstimator DetectChangePointBySsa(
            this TransformsCatalog catalog, string outputColumnName, string inputColumnName, int confidence, int changeHistoryLength, int trainingWindowSize, int seasonalityWindowSize,
            ErrorFunction errorFunction = ErrorFunction.SignedDifference, MartingaleType martingale = MartingaleType.Power, double eps = 0.1) => Signature.Only<SsaChangePointEstimator>();

        public static SsaChangePointEstimator DetectChangePointBySsa(
            this TransformsCatalog catalog, string outputColumnName, string inputColumnName, double confidence, int changeHistoryLength, int trainingWindowSize, int seasonalityWindowSize,
            ErrorFunction errorFunction = ErrorFunction.SignedDifference, MartingaleType martingale = MartingaleType.Power, double eps = 0.1) => Signature.Only<SsaChangePointEstimator>();

        public static SsaSpikeEstimator DetectSpikeBySsa(
            this TransformsCatalog catalog, string outputColumnName, string inputColumnName, int confidence, int pvalueHistoryLength, int trainingWindowSize, int seasonalityWindowSize,
            AnomalySide side = AnomalySide.TwoSided, ErrorFunction errorFunction = ErrorFunction.SignedDifference) => Signature.Only<SsaSpikeEstimator>();

        public static SsaSpikeEstimator DetectSpikeBySsa(
            this TransformsCatalog catalog, string outputColumnName, string inputColumnName, double confidence, int pvalueHistoryLength, int trainingWindowSize, int seasonalityWindowSize,
            AnomalySide side = AnomalySide.TwoSided, ErrorFunction errorFunction = ErrorFunction.SignedDifference) => Signature.Only<SsaSpikeEstimator>();

        public static SrCnnAnomalyEstimator DetectAnomalyBySrCnn(
            this TransformsCatalog catalog, string outputColumnName, string inputColumnName, int windowSize = 64, int backAddWindowSize = 5, int lookaheadWindowSize = 5, int averagingWindowSize = 3,
            int judgementWindowSize = 21, double threshold = 0.3) => Signature.Only<SrCnnAnomalyEstimator>();

        public static IDataView DetectEntireAnomalyBySrCnn(
            this AnomalyDetectionCatalog catalog, IDataView input, string outputColumnName, string inputColumnName, double threshold = 0.3, int batchSize = 1024, double sensitivity = 99,
            SrCnnDetectMode detectMode = SrCnnDetectMode.AnomalyOnly) => Signature.Only<IDataView>();

        public static IDataView DetectEntireAnomalyBySrCnn(
            this AnomalyDetectionCatalog catalog, IDataView input, string outputColumnName, string inputColumnName, SrCnnEntireAnomalyDetectorOptions options) => Signature.Only<IDataView>();

        public static RootCause LocalizeRootCause(this AnomalyDetectionCatalog catalog, RootCauseLocalizationInput src, double beta = 0.3, double rootCauseThreshold = 0.95) => Signature.Only<RootCause>();

        public static List<RootCause> LocalizeRootCauses(this AnomalyDetectionCatalog catalog, RootCauseLocalizationInput src, double beta = 0.5, double rootCauseThreshold = 0.95) =>
            Signature.Only<List<RootCause>>();

        public static int DetectSeasonality(
            this AnomalyDetectionCatalog catalog, IDataView input, string inputColumnName, int seasonalityWindowSize = -1, double randomnessThreshold = 0.95) => Signature.Only<int>();

        public static SsaForecastingEstimator ForecastBySsa(
            this ForecastingCatalog catalog, string outputColumnName, string inputColumnName, int windowSize, int seriesLength, int trainSize, int horizon, bool isAdaptive = false,
            float discountFactor = 1, RankSelectionMethod rankSelectionMethod = RankSelectionMethod.Exact, int? rank = null, int? maxRank = null, bool shouldStabilize = true,
            bool shouldMaintainInfo = false, GrowthRatio? maxGrowth = null, string confidenceLowerBoundColumn = null, string confidenceUpperBoundColumn = null, float confidenceLevel = 0.95f,
            bool variableHorizon = false) => Signature.Only<SsaForecastingEstimator>();
    }
}

namespace Microsoft.ML.Transforms.TimeSeries
{
    public enum MartingaleType : byte { None, Power, Mixture }

    public enum AnomalySide : byte { Positive, Negative, TwoSided }

    public enum ErrorFunction : byte { SignedDifference, AbsoluteDifference, SignedProportion, AbsoluteProportion, SquaredDifference }

    public enum RankSelectionMethod { Fixed, Exact, Fast }

    public struct GrowthRatio
    {
        public int TimeSpan;
        public double Growth;
    }

    public sealed class IidChangePointEstimator : SignatureEstimator<IidChangePointDetector>;

    public sealed class IidChangePointDetector : SignatureTransformer;

    public sealed class IidSpikeEstimator : SignatureEstimator<IidSpikeDetector>;

    public sealed class IidSpikeDetector : SignatureTransformer;

    public sealed class SsaChangePointEstimator : SignatureEstimator<SsaChangePointDetector>;

    public sealed class SsaChangePointDetector : SignatureTransformer;

    public sealed class SsaSpikeEstimator : SignatureEstimator<SsaSpikeDetector>;

    public sealed class SsaSpikeDetector : SignatureTransformer;

    public sealed class SrCnnAnomalyEstimator : SignatureEstimator<SrCnnAnomalyDetector>;

    public sealed class SrCnnAnomalyDetector : SignatureTransformer;

    public sealed class SsaForecastingEstimator : SignatureEstimator<SsaForecastingTransformer>;

    public sealed class SsaForecastingTransformer : SignatureTransformer;

    public sealed class TimeSeriesPredictionEngine<TSrc, TDst> where TSrc : class where TDst : class, new()
    {
        public void CheckPoint(IHostEnvironment env, string modelPath) => Signature.Only<bool>();

        public void CheckPoint(IHostEnvironment env, Stream stream) => Signature.Only<bool>();

        public TDst Predict(TSrc example, int? horizon = null, float? confidenceLevel = null) => Signature.Only<TDst>();

        public TDst Predict(int? horizon = null, float? confidenceLevel = null) => Signature.Only<TDst>();
    }

    public static class PredictionFunctionExtensions
    {
        public static TimeSeriesPredictionEngine<TSrc, TDst> CreateTimeSeriesEngine<TSrc, TDst>(
            this ITransformer transformer, IHostEnvironment env, bool ignoreMissingColumns = false, Data.SchemaDefinition inputSchemaDefinition = null, Data.SchemaDefinition outputSchemaDefinition = null)
            where TSrc : class where TDst : class, new() => Signature.Only<TimeSeriesPredictionEngine<TSrc, TDst>>();
    }
}

namespace Microsoft.ML.TimeSeries
{
    public enum SrCnnDetectMode { AnomalyOnly, AnomalyAndExpectedValue, AnomalyAndMargin }

    public enum SrCnnDeseasonalityMode { Stl, Mean, Median }

    public enum AggregateType { Unknown, Sum, Avg, Min, Max, Count }

    public enum AnomalyDirection { Up, Down, Same }

    public sealed class SrCnnEntireAnomalyDetectorOptions
    {
        public double Threshold;
        public int BatchSize;
        public double Sensitivity;
        public SrCnnDetectMode DetectMode;
        public int Period;
        public SrCnnDeseasonalityMode DeseasonalityMode;
    }

    public sealed class RootCause
    {
        public List<RootCauseItem> Items { get; set; }
    }

    public sealed class RootCauseItem
    {
        public double Score;
        public List<string> Path;
        public Dictionary<string, object> Dimension;
        public AnomalyDirection Direction;
    }

    public sealed class RootCauseLocalizationInput
    {
        public RootCauseLocalizationInput(
            DateTime anomalyTimestamp, Dictionary<string, object> anomalyDimension, List<MetricSlice> slices, AggregateType aggregateType, object aggregateSymbol) => Signature.Only<bool>();
    }

    public sealed class MetricSlice
    {
        public MetricSlice(DateTime timeStamp, List<TimeSeriesPoint> points) => Signature.Only<bool>();
    }

    public sealed class TimeSeriesPoint
    {
        public TimeSeriesPoint(Dictionary<string, object> dimension) => Signature.Only<bool>();

        public TimeSeriesPoint(double value, double expectedValue, bool isAnomaly, Dictionary<string, object> dimension) => Signature.Only<bool>();

        public double Value { get; set; }

        public double ExpectedValue { get; set; }

        public bool IsAnomaly { get; set; }
    }
}
