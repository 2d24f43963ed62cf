using LeakageAnalyzers.Runtime.Progress;
using LeakageAnalyzers.Runtime.Statistics;
using Microsoft.ML;

namespace LeakageAnalyzers.Runtime.Holdout;

/// <summary>
/// Sealed test rows for many questions: <see cref="Thresholdout"/> over a ledger. A question that training and test rows answer alike is answered by the training
/// rows and costs nothing; one on which they differ gets a noisy answer and costs a look of the budget.
/// </summary>
/// <remarks>
/// A noisy answer is given again when the question is asked again, so that its noise cannot be averaged away. Not safe for use from several threads: the order of the
/// questions is part of the method. Noise begins anew where a program does.
/// </remarks>
public sealed class ReusableHoldout
{
    private readonly SealedHoldout holdout;
    private readonly IDataView trainSet;
    private readonly Thresholdout thresholdout;

    internal ReusableHoldout(SealedHoldout holdout, IDataView trainSet, Thresholdout thresholdout) =>
        (this.holdout, this.trainSet, this.thresholdout) = (holdout, trainSet, thresholdout);

    /// <summary>Asks one question of a model: a mean over rows, such as its accuracy.</summary>
    /// <param name="model">The trained pipeline.</param>
    /// <param name="metric">What is asked. Another question needs another name.</param>
    /// <param name="evaluate">Computes the answer from scored rows; it is called for the training rows and for the test rows.</param>
    /// <param name="modelName">What to call the model in the ledger.</param>
    /// <param name="cancellation">Stops at the next row that is read; nothing is answered then, and nothing spent.</param>
    /// <returns>The answer of the training rows where the test rows agree, else the noisy answer of the test rows.</returns>
    /// <exception cref="HoldoutBudgetException">The budget is spent; no question is answered any more, since agreement is an answer too.</exception>
    /// <exception cref="LedgerException">The ledger cannot be trusted.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public double Ask(ITransformer model, string metric, Func<IDataView, double> evaluate, string? modelName = null, CancellationToken cancellation = default)
    {
        Check.NotNull(evaluate);
        holdout.RefuseIfSpent();
        if (holdout.Find(Check.NotNull(model), Check.NotNull(metric), cancellation) is { Value: { } given })
        {
            return given;
        }

        var onTraining = Cancelling.Do(() => evaluate(Cancelling.Reading(model.Transform(trainSet), cancellation)), cancellation);
        var budget = thresholdout.RemainingBudget;
        var answer = thresholdout.Answer(onTraining, holdout.Peek(model, evaluate, cancellation))!.Value;

        // What is answered is counted, whoever cancels now.
        return thresholdout.RemainingBudget == budget ? answer : holdout.Evaluate(model, metric, _ => answer, modelName, CancellationToken.None).Evaluation;
    }
}
