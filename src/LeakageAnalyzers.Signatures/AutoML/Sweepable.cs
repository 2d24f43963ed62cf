using Microsoft.ML.Data;
using Microsoft.ML.SearchSpace;
using Microsoft.ML.Signatures;

namespace Microsoft.ML.AutoML
{
    public interface ISweepable<out T> where T : IEstimator<ITransformer>
    {
        SearchSpace.SearchSpace SearchSpace { get; }

        T BuildFromOption(MLContext context, Parameter parameter);
    }

    public class SweepableEstimator : ISweepable<IEstimator<ITransformer>>
    {
        public SweepableEstimator(Func<MLContext, Parameter, IEstimator<ITransformer>> factory, SearchSpace.SearchSpace ss) => Signature.Only<bool>();

        public SearchSpace.SearchSpace SearchSpace { get; set; }

        public virtual IEstimator<ITransformer> BuildFromOption(MLContext context, Parameter param) => Signature.Only<IEstimator<ITransformer>>();
    }

    public class SweepablePipeline : ISweepable<EstimatorChain<ITransformer>>
    {
        public SearchSpace.SearchSpace SearchSpace => Signature.Only<SearchSpace.SearchSpace>();

        public Dictionary<string, SweepableEstimator> Estimators => Signature.Only<Dictionary<string, SweepableEstimator>>();

        public EstimatorChain<ITransformer> BuildFromOption(MLContext context, Parameter parameter) => Signature.Only<EstimatorChain<ITransformer>>();

        public SweepablePipeline Append(params ISweepable<IEstimator<ITransformer>>[] sweepables) => Signature.Only<SweepablePipeline>();

        public string ToString(Parameter parameter) => Signature.Only<string>();
    }

    public static class SweepableExtension
    {
        public static SweepablePipeline Append(this IEstimator<ITransformer> estimator, SweepableEstimator estimator1) => Signature.Only<SweepablePipeline>();

        public static SweepablePipeline Append(this SweepablePipeline pipeline, IEstimator<ITransformer> estimator) => Signature.Only<SweepablePipeline>();

        public static SweepablePipeline Append(this SweepableEstimator estimator, SweepablePipeline estimator1) => Signature.Only<SweepablePipeline>();

        public static SweepablePipeline Append(this SweepableEstimator estimator, IEstimator<ITransformer> estimator1) => Signature.Only<SweepablePipeline>();

        public static SweepablePipeline Append(this IEstimator<ITransformer> estimator, SweepablePipeline pipeline) => Signature.Only<SweepablePipeline>();

        public static SweepablePipeline Append(this SweepableEstimator estimator, params SweepableEstimator[] estimators) => Signature.Only<SweepablePipeline>();

        public static SweepablePipeline Append(this IEstimator<ITransformer> estimator, params SweepableEstimator[] estimators) => Signature.Only<SweepablePipeline>();
    }
}

namespace Microsoft.ML.SearchSpace
{
    public sealed class Parameter
    {
        public Parameter this[string key] => Signature.Only<Parameter>();

        public static Parameter FromDouble(double value) => Signature.Only<Parameter>();

        public static Parameter FromInt(int value) => Signature.Only<Parameter>();

        public static Parameter FromObject<T>(T value) where T : class => Signature.Only<Parameter>();

        public T AsType<T>() => Signature.Only<T>();
    }

    public class SearchSpace
    {
        public OptionBase this[string key]
        {
            get => Signature.Only<OptionBase>();
            set => Signature.Only<bool>();
        }

        public void Add(string key, OptionBase value) => Signature.Only<bool>();
    }

    public sealed class SearchSpace<T> : SearchSpace where T : class, new()
    {
        public SearchSpace()
        {
        }

        public SearchSpace(T defaultOption) => Signature.Only<bool>();
    }

    public abstract class OptionBase;
}

namespace Microsoft.ML.SearchSpace.Option
{
    public sealed class ChoiceOption : OptionBase
    {
        public ChoiceOption(params object[] choices) => Signature.Only<bool>();

        public ChoiceOption(object[] choices, object defaultChoice) => Signature.Only<bool>();
    }

    public abstract class UniformNumericOption : OptionBase;

    public sealed class UniformDoubleOption : UniformNumericOption
    {
        public UniformDoubleOption(double min, double max, bool logBase = false, double? defaultValue = null) => Signature.Only<bool>();
    }

    public sealed class UniformSingleOption : UniformNumericOption
    {
        public UniformSingleOption(float min, float max, bool logBase = false, float? defaultValue = null) => Signature.Only<bool>();
    }

    public sealed class UniformIntOption : UniformNumericOption
    {
        public UniformIntOption(int min, int max, bool logBase = false, int? defaultValue = null) => Signature.Only<bool>();
    }
}
