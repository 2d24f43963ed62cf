using System.Runtime.CompilerServices;

namespace LeakageAnalyzers.Interpreter.Flow;

/// <summary>All limits of the interpreter. On exhaustion an entry is silent.</summary>
internal sealed class Budget
{
    /// <summary>States kept apart at one block, so that correlated variables stay correlated; of more, the two that are most alike are joined, and in a long body all of them.</summary>
    public const int StatesPerBlock = 8;

    /// <summary>Blocks of a body up to which many states are run through the rest of it.</summary>
    public const int BlocksOfShortBody = 32;

    /// <summary>How deep calls into source are followed: the number of different bodies that run.</summary>
    public const int CallDepth = 16;

    /// <summary>How deep calls are followed where a body calls itself on the way.</summary>
    public const int RecursionDepth = 24;

    /// <summary>How often a body is followed from within itself: one that calls itself more than once a run would cost too much.</summary>
    public const int Recursions = 64;

    /// <summary>Forks of one body of which it is told which way leads where: each is asked about every block behind it.</summary>
    public const int Forks = 256;

    /// <summary>Overrides that a virtual call is followed into.</summary>
    public const int VirtualTargets = 4;

    /// <summary>Items of a collection that are told apart.</summary>
    public const int SequenceLength = 64;

    /// <summary>Files whose bound bodies are kept until the compilation is done, for callers in other files: those of a program of usual size, and of a larger one no more than memory bears.</summary>
    public const int KeptFiles = 2_000;

    /// <summary>Files of which nobody is expected to ask for a bound body any more, and whose bodies are kept all the same: more than most programs have.</summary>
    public const int DoneFiles = 100;

    /// <summary>
    /// Operations that a followed call may take without coming by a call of ML.NET. What costs more, such as a comparison of files character by character, is not followed.
    /// </summary>
    public const int IdleOperations = 4_000;

    /// <summary>Calls of one method by one entry that are told apart where they are run for all entries.</summary>
    public const int SharedCalls = 8;

    /// <summary>Operations evaluated per entry.</summary>
    private const int Operations = 50_000;

    /// <summary>Operations evaluated of a call that may be the same for all who make it: if it turns out not to be, they were for nothing.</summary>
    private const int SharedOperations = 1_000;

    /// <summary>How many of the fits that wrote into some rows are handed on with them for one operation: none of what people write by hand comes to that many.</summary>
    private const int FitsPerOperation = 16;

    /// <summary>Deepest nesting of one expression.</summary>
    private const int Nesting = 500;

    private readonly CancellationToken _cancellation;
    private readonly bool _isShared;
    private readonly int _operations;
    private int _spent;
    private int _paid;
    private int _refunded;
    private int _depth;

    /// <param name="cancellation">Ends the run.</param>
    /// <param name="isShared">Whether it is that of a call that is run for all who make it, and that may not call ML.NET.</param>
    public Budget(CancellationToken cancellation, bool isShared = false) => (_cancellation, _isShared, _operations) = (cancellation, isShared, isShared ? SharedOperations : Operations);

    /// <summary>Operations evaluated so far, by this entry or for it.</summary>
    public int Spent => _spent;

    /// <summary>Operations evaluated so far by this entry.</summary>
    public int Evaluated => _spent - _paid;

    /// <summary>Operations evaluated so far, by this entry or for it, but for those of calls that were given up: a caller is not given up for the cost of what it calls.</summary>
    public int Charged => _spent - _refunded;

    /// <summary>Calls of ML.NET so far.</summary>
    public int WorkflowCalls { get; private set; }

    /// <summary>Whether the entry has to be given up.</summary>
    public bool IsExhausted => _spent > _operations || _depth > Nesting || (_isShared && WorkflowCalls > 0);

    /// <summary>Pays for one operation; false where nothing is left.</summary>
    public bool Enter()
    {
        _cancellation.ThrowIfCancellationRequested();
        _spent++;
        _depth++;
        return !IsExhausted && HasStack();
    }

    // A compiler may run analyzers on a thread of any size.
    private bool HasStack()
    {
        try
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            return true;
        }
        catch (InsufficientExecutionStackException)
        {
            _depth = Nesting + 1;
            return false;
        }
    }

    /// <summary>Pays for what was run before, once for all entries: what an entry may cost does not hang on who came first.</summary>
    public void Pay(int operations)
    {
        _spent += operations;
        _paid += operations;
    }

    /// <summary>Notes a call of ML.NET: what led here was worth its cost.</summary>
    public void NoteWorkflowCall() => WorkflowCalls++;

    /// <summary>Pays for rows that <paramref name="fits"/> fits have written into: whoever hands them on hands on all of these.</summary>
    public void PayForHistory(int fits) => _spent += fits / FitsPerOperation;

    /// <summary>Notes that a call was given up before which <paramref name="charged"/> operations were charged.</summary>
    public void Refund(int charged) => _refunded = _spent - charged;

    /// <summary>Leaves an operation that was entered.</summary>
    public void Leave()
    {
        // Once too deep, the entry stays given up.
        if (_depth <= Nesting)
        {
            _depth--;
        }
    }
}
