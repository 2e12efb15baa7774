using Crm.Contracts.Opportunities;
using Crm.Platform;

namespace Crm.Opportunities.Domain;

// A past that is taken in is decided step by step by the same rules as the present: nothing gets in that could not have happened.
internal sealed partial record Opportunity
{
    /// <summary>All fields as they stand, to be changed in part.</summary>
    public OpportunityFields AsFields() => new()
    {
        Name = Name,
        CustomerId = CustomerId,
        PrimaryContactId = PrimaryContactId,
        Type = Type,
        AmountMode = AmountMode,
        Amount = Amount,
        Currency = Currency,
        Lines = Lines,
        ManualProbability = ManualProbabilityE4 / 10_000m,
        ProbabilityReason = ProbabilityReason,
        ManualCategory = ManualCategory,
        CloseDate = CloseDate,
        Budget = BudgetE4 is { } budget ? Scaled.Amount(budget) : null,
        Need = Need,
        Timeline = Timeline,
        NextStep = NextStep,
        NextStepDate = NextStepDate,
        OwnerId = OwnerId,
        DepartmentId = DepartmentId,
        Team = Team,
    };

    /// <summary>The steps that lead from here to how it stood at a later moment: reopened, edited, moved, closed.</summary>
    /// <param name="process">The method version it is pinned to.</param>
    /// <param name="then">How it stood.</param>
    /// <param name="lines">The products asked for, from this moment on; null when they stay as they are.</param>
    public Outcome<IReadOnlyList<Change>> Follow(Process process, PastMoment then, IReadOnlyList<OpportunityLine>? lines)
    {
        var steps = new List<Change>();
        var now = this;
        Refusal? no = null;

        if (now.IsClosed && (then.Status != now.Status || !SameStage(now.OpenStage, then.Stage))) Take(now.Reopen(then.Reason, then.At, then.At.Now));
        if (no is null && now.Status == OpportunityStatus.OnHold && then.Status != OpportunityStatus.OnHold) Take(now.Resume(then.Reason, then.At, then.At.Now));
        if (no is null && !now.IsClosed && now.Differs(then, lines)) Take(now.Edit(now.As(then, lines), null, then.At));
        if (no is null && now.Status == OpportunityStatus.Open && !SameStage(now.Stage, then.Stage))
        {
            if (process.Find(then.Stage) is not { Class: StageClass.Open } to) return UnknownStage("stage", then.Stage, process);
            Take(now.Move(process, to.Key, to.Order > process.Find(now.Stage)!.Order, then.Reason, then.At, then.At.Now));
        }
        if (no is null && now.Status != then.Status) Take(now.Turn(process, then));
        return no is null ? steps : no;

        void Take(Outcome<Change> step)
        {
            if (step.Refused(out no)) return;
            steps.Add(step.Value);
            now = step.Value.After;
        }
    }

    static bool SameStage(string a, string b) => a.Equals(b, StringComparison.OrdinalIgnoreCase);

    bool Differs(PastMoment then, IReadOnlyList<OpportunityLine>? lines) =>
        lines is not null || OwnerId != then.OwnerId || AmountMode == AmountMode.Manual && Amount != Rounding.ToMinor(then.Amount, Currency)
        || Expected(then) is { } date && date != CloseDate;

    OpportunityFields As(PastMoment then, IReadOnlyList<OpportunityLine>? lines) => AsFields() with
    {
        AmountMode = lines is { Count: > 0 } ? AmountMode.Lines : AmountMode,
        Amount = then.Amount,
        Lines = lines ?? Lines,
        CloseDate = Expected(then) ?? CloseDate,
        OwnerId = then.OwnerId,
        DepartmentId = then.OwnerId == OwnerId ? DepartmentId : then.DepartmentId,
    };

    // The date of a closed moment is when it closed, not when that was expected.
    static DateOnly? Expected(PastMoment then) => then.Status is OpportunityStatus.Open or OpportunityStatus.OnHold ? then.CloseDate : null;

    Outcome<Change> Turn(Process process, PastMoment then) => then.Status switch
    {
        OpportunityStatus.Won => Win(process, then.Reason, then.CloseDate, then.At, then.At.Now),
        OpportunityStatus.Lost => Lose(process, then.Reason, null, then.CloseDate, then.At, then.At.Now),
        OpportunityStatus.Abandoned => Abandon(process, then.Reason, then.CloseDate, then.At, then.At.Now),
        OpportunityStatus.OnHold => Hold(then.Reason, then.At, then.At.Now),
        _ => Refusal.Conflict("opportunities/not-open", $"Cannot be {then.Status} here."),
    };
}
