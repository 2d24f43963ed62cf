using LeakageAnalyzers.Runtime.Audit.Rules;
using LeakageAnalyzers.Runtime.Audit.Sources;
using LeakageAnalyzers.Runtime.Progress;
using LeakageAnalyzers.Runtime.Statistics;

namespace LeakageAnalyzers.Runtime.Audit;

/// <summary>Asks all rules, one by one.</summary>
internal static class AuditRun
{
    /// <summary>What the rules say of the rows of <paramref name="source"/>.</summary>
    public static AuditReport Of(IAuditSource source, AuditOptions options, LongCall call)
    {
        CheckRanges(options);
        var context = new AuditContext(source, AuditColumns.Resolve(source.Columns, options), options, call.Cancellation);
        if (source.HaveRows() is var have && !(have.Train && have.Test))
        {
            throw new InvalidOperationException($"There are no {(have.Train ? "test" : "train")} rows to audit.");
        }

        var (findings, omissions) = (new List<AuditFinding>(), new List<AuditOmission>());
        for (var done = 0; done < AuditRule.All.Count; done++)
        {
            var rule = AuditRule.All[done];
            call.Part(rule.Description.Id, done, AuditRule.All.Count).Report(0);
            if (rule.MissingFor(context) is { } reason)
            {
                omissions.Add(new AuditOmission(rule.Description.Id, reason));
            }
            else
            {
                findings.AddRange(rule.Check(context));
            }
        }

        call.Part("all checks", 0, 1).Report(1);
        return new AuditReport(findings, omissions) { Shifts = context.Shifts, TrainRows = context.Rows.Train, TestRows = context.Rows.Test };
    }

    private static void CheckRanges(AuditOptions options)
    {
        Check.InsideUnitInterval(options.SignificanceLevel);
        Check.NonNegative(options.LeastShift);
        Check.InsideUnitInterval(options.SuspiciousAuc);
        Within(options.SuspiciousAuc > 0.5, options.SuspiciousAuc, "options.SuspiciousAuc", "Every feature has an AUC of 0.5 or more, in one direction or the other.");
        Check.InsideUnitInterval(options.NearDuplicateDistance);
        Check.InsideUnitInterval(options.NearDuplicateSimilarity);
        Check.AtLeast(0, options.NearDuplicateBits);
        Within(options.NearDuplicateBits <= 128, options.NearDuplicateBits, "options.NearDuplicateBits", "A hash has 128 bits.");
        Check.InsideUnitInterval(options.WantedHalfWidth);
        Check.InsideUnitInterval(options.ConfidenceLevel);
        Check.AtLeast(1, options.LeastSubgroupRows);
        Check.AtLeast(10, options.MostSampledRows);
        Check.AtLeast(10, options.MostSearchedRows);
        Check.AtLeast(1 << 20, options.MostMemory);
        Check.AtLeast(10, options.Permutations);

        static void Within(bool isPossible, object value, string name, string reason)
        {
            if (!isPossible)
            {
                throw new ArgumentOutOfRangeException(name, value, reason);
            }
        }
    }
}
