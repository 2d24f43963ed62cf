using System.Reflection;
using System.Runtime.ExceptionServices;
using Microsoft.ML;

namespace LeakageAnalyzers.Runtime.Guard.Estimators;

/// <summary>Calls <c>Fit(trainData, validationData)</c>, which ML.NET's trainers have without an interface that says so.</summary>
internal static class ValidatedFit
{
    /// <summary>What the trainer returns.</summary>
    /// <exception cref="ArgumentException">The trainer has no such method.</exception>
    public static TTransformer Run<TTransformer>(IEstimator<TTransformer> trainer, IDataView rows, IDataView validationRows)
        where TTransformer : class, ITransformer
    {
        var fit = trainer.GetType().GetMethods().FirstOrDefault(TakesValidationRows) ?? throw new ArgumentException(
            $"{trainer.GetType().Name} takes no validation rows: it has no method Fit(trainData, validationData).", nameof(trainer));
        var arguments = fit.GetParameters().Select((_, position) => position switch
        {
            0 => (object?)rows,
            1 => validationRows,
            _ => Type.Missing,
        });

        try
        {
            return (TTransformer)fit.Invoke(trainer, BindingFlags.OptionalParamBinding, null, [.. arguments], null)!;
        }
        catch (TargetInvocationException failure)
        {
            ExceptionDispatchInfo.Capture(failure.InnerException!).Throw();
            throw;
        }
    }

    private static bool TakesValidationRows(MethodInfo method)
    {
        var parameters = method.GetParameters();
        return method.Name == "Fit" && parameters.Length >= 2 && parameters.Take(2).All(parameter => parameter.ParameterType == typeof(IDataView))
            && parameters.Skip(2).All(parameter => parameter.IsOptional);
    }
}
