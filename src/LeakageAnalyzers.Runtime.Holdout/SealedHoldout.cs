using LeakageAnalyzers.Runtime.Evaluation;
using LeakageAnalyzers.Runtime.Holdout.Ledger;
using LeakageAnalyzers.Runtime.Progress;
using LeakageAnalyzers.Runtime.Statistics;
using MathNet.Numerics.Random;
using Microsoft.ML;
using static System.FormattableString;

namespace LeakageAnalyzers.Runtime.Holdout;

/// <summary>Test rows behind a ledger that counts and signs every look at them.</summary>
/// <remarks>
/// <para>
/// A look is one question to one model, told by what it predicts: it is counted before the question is answered, once. The same question to the same model is answered
/// again at no cost, since it teaches nothing new; so a look that a crash cut short is counted, and finished by asking again. Any number of threads and processes may
/// share a ledger.
/// </para>
/// <para>
/// The ledger is a SQLite file whose entries are signed in a chain with a key that the machine keeps elsewhere, with its place and its last entry. An edited ledger, an
/// older copy put in its place, a copy beside it, and a deleted one are noticed; a moved one is accepted. Who deletes the ledger and what the machine keeps, or changes
/// a value in the test rows, is not noticed here: publish <see cref="HoldoutHistory.Head"/>. The rows are protected from looking, not from reading: a function that
/// evaluates receives them.
/// </para>
/// </remarks>
public sealed class SealedHoldout
{
    // What two runs of one evaluation may differ by.
    private const double Rounding = 1e-6;

    private readonly IDataView rows;
    private readonly SignedLedger ledger;
    private readonly HoldoutOptions options;

    private SealedHoldout(IDataView rows, SignedLedger ledger, HoldoutOptions options) => (this.rows, this.ledger, this.options) = (rows, ledger, options);

    /// <summary>Every look so far. The ledger is read and checked anew.</summary>
    /// <exception cref="LedgerException">The ledger cannot be trusted.</exception>
    public HoldoutHistory History => HistoryOf(ledger.Read());

    /// <summary>Seals test rows, or opens the ledger of rows that were sealed before. The rows are read once, for their fingerprint.</summary>
    /// <param name="ledgerPath">The file of the ledger; its folder has to exist.</param>
    /// <param name="testRows">The test rows, in any order, as they are before the model's pipeline.</param>
    /// <param name="options">The budget and what to do beyond it; null for no budget. Of rows that are sealed, the budget stays.</param>
    /// <param name="cancellation">Stops at the next row; no file is made then.</param>
    /// <exception cref="LedgerException">The ledger cannot be trusted, or belongs to other rows.</exception>
    /// <exception cref="IOException">The ledger, or the folder in which the machine remembers it, cannot be written.</exception>
    /// <exception cref="ArgumentException">There are no rows; or the budget, or what happens beyond it, is not the one that was sealed.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static SealedHoldout Open(string ledgerPath, IDataView testRows, HoldoutOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new HoldoutOptions();
        Check.NotNull(options.Write);
        Check.AtLeast(1, options.Budget ?? 1, "Budget");
        var (fingerprint, count) = Cancelling.Do(() => Fingerprint.OfRows(Check.NotNull(testRows), cancellation), cancellation);
        var ledger = SignedLedger.Open(Path.GetFullPath(Check.NotNull(ledgerPath)), fingerprint, options.WitnessFolder, () => new LedgerEntry
        {
            Number = 0,
            Kind = EntryKind.Sealed,
            Time = LedgerEntry.Now(),
            Subject = fingerprint,
            Count = count,
            Budget = options.Budget,
            Beyond = options.Policy == BudgetPolicy.Warn,
        });
        var seal = ledger.Read()[0];
        if (options.Budget is not null && (options.Budget != seal.Budget || (options.Policy == BudgetPolicy.Warn) != seal.Beyond))
        {
            throw new ArgumentException(
                Invariant($"The rows were sealed with {Describe(seal.Budget, seal.Beyond == true)}; they cannot be opened with {Describe(options.Budget, options.Policy == BudgetPolicy.Warn)}."),
                nameof(options));
        }

        return new SealedHoldout(testRows, ledger, options);
    }

    /// <summary>Asks one question of a model.</summary>
    /// <param name="model">The trained pipeline.</param>
    /// <param name="metric">What is asked, such as <c>AreaUnderRocCurve</c>. Another question needs another name.</param>
    /// <param name="evaluate">Computes the answer from the scored rows. It is called once the look is counted; where it fails, the look stays.</param>
    /// <param name="modelName">What to call the model in the ledger.</param>
    /// <param name="cancellation">
    /// Stops at the next row that is read. Before the look is counted, nothing is told and nothing counted; afterwards the look stays, as that of a crash does: ask again
    /// to have it answered at no further cost. An evaluation that comes to its end is answered all the same.
    /// </param>
    /// <exception cref="HoldoutBudgetException">The budget is spent.</exception>
    /// <exception cref="LedgerException">The ledger cannot be trusted.</exception>
    /// <exception cref="IOException">The ledger cannot be written; nothing is answered then.</exception>
    /// <exception cref="ArgumentException">The model predicts nothing, or the question's name stands for another one.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public HoldoutEvaluation<double> Evaluate(
        ITransformer model, string metric, Func<IDataView, double> evaluate, string? modelName = null, CancellationToken cancellation = default) =>
        Look(model, Check.NotNull(metric), Check.NotNull(evaluate), value => value, modelName, cancellation);

    /// <summary>Asks for every metric of a model with its interval, as one look; the first metric's value is kept in the ledger.</summary>
    /// <typeparam name="TEvaluation">The type of the evaluation.</typeparam>
    /// <param name="model">The trained pipeline.</param>
    /// <param name="evaluate">Evaluates the scored rows, such as <c>scored => mlContext.BinaryClassification.EvaluateWithIntervals(scored)</c>.</param>
    /// <param name="modelName">What to call the model in the ledger.</param>
    /// <param name="cancellation">
    /// Stops at the next row that is read. Before the look is counted, nothing is told and nothing counted; afterwards the look stays, as that of a crash does: ask again
    /// to have it answered at no further cost. An evaluation that comes to its end is answered all the same.
    /// </param>
    /// <exception cref="HoldoutBudgetException">The budget is spent.</exception>
    /// <exception cref="LedgerException">The ledger cannot be trusted.</exception>
    /// <exception cref="IOException">The ledger cannot be written; nothing is answered then.</exception>
    /// <exception cref="ArgumentException">The model predicts nothing.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public HoldoutEvaluation<TEvaluation> Evaluate<TEvaluation>(
        ITransformer model, Func<IDataView, TEvaluation> evaluate, string? modelName = null, CancellationToken cancellation = default)
        where TEvaluation : ModelEvaluation =>
        Look(model, typeof(TEvaluation).Name, Check.NotNull(evaluate), evaluation => evaluation.Metrics[0].Value ?? double.NaN, modelName, cancellation);

    /// <summary>Whether the ledger still holds the entry of a <see cref="HoldoutHistory.Head"/> that was published earlier.</summary>
    /// <param name="head">The published text.</param>
    /// <exception cref="LedgerException">The ledger cannot be trusted.</exception>
    public bool Holds(string head) => ledger.Read().Any(entry => HeadOf(entry) == Check.NotNull(head));

    /// <summary>Answers many questions by Thresholdout (Dwork et al. 2015), each look of the budget being one answer from the test rows.</summary>
    /// <param name="trainSet">The rows that models are trained on.</param>
    /// <param name="threshold">The difference between training and test rows that is put down to chance, in the unit of the questions: about 4/√n for shares of n rows.</param>
    /// <param name="noise">The scale of the noise, in the same unit: about a quarter of <paramref name="threshold"/>.</param>
    /// <param name="random">The source of the noise; null for one that no one can predict.</param>
    /// <exception cref="InvalidOperationException">The rows were sealed without a budget.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative or not finite.</exception>
    public ReusableHoldout Reusable(IDataView trainSet, double threshold, double noise, Random? random = null)
    {
        var remaining = History.Remaining ?? throw new InvalidOperationException("Thresholdout needs a budget; seal the rows with one.");
        return new ReusableHoldout(this, Check.NotNull(trainSet), new Thresholdout(threshold, noise, remaining, random ?? new CryptoRandomSource()));
    }

    /// <summary>Throws where no look is left.</summary>
    internal void RefuseIfSpent()
    {
        if (History is { Remaining: 0 } history)
        {
            throw new HoldoutBudgetException(history);
        }
    }

    /// <summary>The look that asked a question of a model; null if none did.</summary>
    internal HoldoutLook? Find(ITransformer model, string metric, CancellationToken cancellation)
    {
        var fingerprint = FingerprintOf(model, model.Transform(rows), cancellation);
        return History.Looks.FirstOrDefault(look => look.Model == fingerprint && look.Metric == metric);
    }

    /// <summary>An answer that is not given away as it is.</summary>
    internal double Peek(ITransformer model, Func<IDataView, double> evaluate, CancellationToken cancellation) =>
        Cancelling.Do(() => evaluate(Cancelling.Reading(model.Transform(rows), cancellation)), cancellation);

    private HoldoutEvaluation<T> Look<T>(ITransformer model, string metric, Func<IDataView, T> evaluate, Func<T, double> valueOf, string? modelName, CancellationToken cancellation)
    {
        var predictions = Check.NotNull(model).Transform(rows);
        var (look, isNew) = Count(FingerprintOf(model, predictions, cancellation), metric, modelName);
        var evaluation = Cancelling.Do(() => evaluate(Cancelling.Reading(predictions, cancellation)), cancellation);
        var entries = Answer(look, valueOf(evaluation));
        var history = HistoryOf(entries);
        if (isNew)
        {
            options.Write(look.Beyond == true ? $"Beyond the budget: {history}" : history.ToString());
        }

        return new HoldoutEvaluation<T>(evaluation, history.Looks[(int)look.Count!.Value - 1]);
    }

    private string FingerprintOf(ITransformer model, IDataView predictions, CancellationToken cancellation) =>
        Cancelling.Do(() => Fingerprint.OfPredictions(model, predictions, rows, cancellation), cancellation);

    private (LedgerEntry Look, bool IsNew) Count(string model, string metric, string? modelName)
    {
        bool Is(LedgerEntry entry) => entry.Kind == EntryKind.Look && entry.Subject == model && entry.Metric == metric;
        var isNew = false;
        var entries = ledger.Append(entries =>
        {
            if (entries.Any(Is))
            {
                return null;
            }

            isNew = true;
            var looks = entries.Count(entry => entry.Kind == EntryKind.Look);
            var isBeyond = looks >= entries[0].Budget;
            return isBeyond && entries[0].Beyond == false
                ? throw new HoldoutBudgetException(HistoryOf(entries))
                : new LedgerEntry
                {
                    Number = 0,
                    Kind = EntryKind.Look,
                    Time = LedgerEntry.Now(),
                    Subject = model,
                    Name = modelName,
                    Metric = metric,
                    Count = looks + 1,
                    Beyond = isBeyond,
                };
        });
        return (entries.Single(Is), isNew);
    }

    private IReadOnlyList<LedgerEntry> Answer(LedgerEntry look, double value) => ledger.Append(entries =>
    {
        if (AnswerTo(look, entries) is not { } given)
        {
            return new LedgerEntry
            {
                Number = 0,
                Kind = EntryKind.Answer,
                Time = LedgerEntry.Now(),
                Count = look.Count,
                Value = double.IsNaN(value) ? null : value,
            };
        }

        var isSame = given.Value is { } known ? known == value || Math.Abs(known - value) <= Rounding * Math.Max(1, Math.Abs(known)) : double.IsNaN(value);
        return isSame ? null : throw new ArgumentException(
            Invariant($"Look {look.Count} asked '{look.Metric}' of this model and was answered otherwise; another question needs another name."), nameof(look));
    });

    private static LedgerEntry? AnswerTo(LedgerEntry look, IReadOnlyList<LedgerEntry> entries) =>
        entries.FirstOrDefault(entry => entry.Kind == EntryKind.Answer && entry.Count == look.Count);

    private static HoldoutHistory HistoryOf(IReadOnlyList<LedgerEntry> entries) => new()
    {
        Sealed = entries[0].Moment,
        Rows = entries[0].Count!.Value,
        Budget = entries[0].Budget,
        Head = HeadOf(entries[entries.Count - 1]),
        Looks =
        [
            .. entries.Where(entry => entry.Kind == EntryKind.Look).Select(look => new HoldoutLook
            {
                Number = (int)look.Count!.Value,
                Time = look.Moment,
                Model = look.Subject!,
                ModelName = look.Name,
                Metric = look.Metric!,
                Value = AnswerTo(look, entries)?.Value,
                BeyondBudget = look.Beyond == true,
                Signature = look.Signature,
            }),
        ],
    };

    private static string HeadOf(LedgerEntry entry) => Invariant($"{entry.Number}:{entry.Signature}");

    private static string Describe(int? budget, bool warns) =>
        budget is { } most ? Invariant($"a budget of {most} that {(warns ? "warns" : "refuses")} beyond") : "no budget";
}
