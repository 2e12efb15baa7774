using Crm.Contracts.Opportunities;
using Crm.Platform;

namespace Crm.Opportunities.Domain;

// Decides and returns; touches nothing.
internal sealed partial record Opportunity
{
    /// <summary>A new opportunity in the first stage of its process, or in the stage given.</summary>
    public static Outcome<Change> Open(
        Guid tenantId, Guid id, OpportunityFields fields, Process process, string? stage, decimal rate, Currency baseCurrency, Moment at, DateTime? holdsAt = null)
    {
        if (fields.Check() is { } invalid) return invalid;
        var entered = stage is null ? process.FirstStage : process.Find(stage);
        if (entered is null || entered.Class != StageClass.Open) return UnknownStage("stage", stage!, process);
        var draft = new Opportunity
        {
            TenantId = tenantId,
            Id = id,
            CreatedAt = at.Now,
            CreatedBy = at.ActorId,
            MethodId = process.MethodId,
            MethodVersion = process.Version,
            OriginalCloseDate = fields.CloseDate,
            StageEnteredAt = holdsAt ?? at.Now,
            RateE10 = Scaled.Rate(rate),
            BaseCurrencyCode = baseCurrency.Code,
        }.In(entered).With(fields);
        return draft.Finish(null, ChangeKind.Opened, null, at, holdsAt);
    }

    /// <summary>Sets the fields. What the figures are made of is frozen once closed.</summary>
    /// <param name="wanted">All fields as they should be.</param>
    /// <param name="rate">The planning rate, when the currency changes.</param>
    /// <param name="at">When and by whom.</param>
    public Outcome<Change> Edit(OpportunityFields wanted, decimal? rate, Moment at)
    {
        if (Archived() is { } archived) return archived;
        if (wanted.Check() is { } invalid) return invalid;
        var edited = this with
        {
            RateE10 = wanted.Currency == Currency ? RateE10
                : Scaled.Rate(rate ?? throw new InvalidOperationException("A change of currency needs its rate.")),
        };
        edited = edited.With(wanted).Slipped(CloseDate);
        if (IsClosed && edited.Figured() is var figured
            && (figured.AmountE4, figured.CurrencyCode, figured.CloseDate, figured.Type, figured.ManualProbabilityE4, figured.ManualCategory)
               != (AmountE4, CurrencyCode, CloseDate, Type, ManualProbabilityE4, ManualCategory))
        {
            return Refusal.Conflict("opportunities/closed", "The figures of a closed opportunity are frozen. Reopen it to change them.");
        }
        return edited.Finish(this, ChangeKind.Edited, null, at);
    }

    /// <summary>On to a later stage that the process declares as reachable.</summary>
    public Outcome<Change> Advance(Process process, string toStage, string? reason, Moment at) =>
        Move(process, toStage, forward: true, reason, at);

    /// <summary>Back to an earlier stage; the reason is required.</summary>
    public Outcome<Change> MoveBack(Process process, string toStage, string? reason, Moment at) =>
        string.IsNullOrWhiteSpace(reason)
            ? ReasonMissing()
            : Move(process, toStage, forward: false, reason, at);

    public Outcome<Change> Win(Process process, string? reason, DateOnly? closedOn, Moment at, DateTime? holdsAt = null)
    {
        if (NotOpen() is { } no) return no;
        if (!process.Allows(Stage, process.WonStage.Key)) return NoTransition(process, process.WonStage.Key);
        return Close(OpportunityStatus.Won, process.WonStage, ChangeKind.Won, reason ?? nameof(ChangeKind.Won), null, closedOn, at, holdsAt);
    }

    /// <summary>Lost to somebody or to nobody. A loss to a competitor names it.</summary>
    public Outcome<Change> Lose(Process? process, string? reason, string? winner, DateOnly? closedOn, Moment at, DateTime? holdsAt = null)
    {
        if (string.IsNullOrWhiteSpace(reason)) return ReasonMissing();
        if (reason.Trim().Equals("competitor", StringComparison.OrdinalIgnoreCase) && string.IsNullOrWhiteSpace(winner))
            return Refusal.Field("winnerCompetitor", "opportunities/winner-missing", "A loss to a competitor names the competitor.");
        return Close(OpportunityStatus.Lost, process?.LostStage, ChangeKind.Lost, reason, winner, closedOn, at, holdsAt);
    }

    public Outcome<Change> Abandon(Process? process, string? reason, DateOnly? closedOn, Moment at, DateTime? holdsAt = null) =>
        string.IsNullOrWhiteSpace(reason)
            ? ReasonMissing()
            : Close(OpportunityStatus.Abandoned, process?.LostStage, ChangeKind.Abandoned, reason, null, closedOn, at, holdsAt);

    public Outcome<Change> Hold(string? reason, Moment at, DateTime? holdsAt = null)
    {
        if (NotOpen() is { } no) return no;
        return (this with { Status = OpportunityStatus.OnHold }).Finish(this, ChangeKind.Held, reason, at, holdsAt);
    }

    public Outcome<Change> Resume(string? reason, Moment at, DateTime? holdsAt = null)
    {
        if (Archived() is { } archived) return archived;
        if (Status != OpportunityStatus.OnHold) return Refusal.Conflict("opportunities/not-on-hold", "The opportunity is not on hold.");
        return (this with { Status = OpportunityStatus.Open }).Finish(this, ChangeKind.Resumed, reason, at, holdsAt);
    }

    /// <summary>Back to the open stage it was closed from. The former close stays in the history.</summary>
    public Outcome<Change> Reopen(string? reason, Moment at, DateTime? holdsAt = null)
    {
        if (Archived() is { } archived) return archived;
        if (!IsClosed) return Refusal.Conflict("opportunities/not-closed", "The opportunity is not closed.");
        if (string.IsNullOrWhiteSpace(reason)) return ReasonMissing();
        return (this with
        {
            Status = OpportunityStatus.Open,
            Stage = OpenStage,
            StageEnteredAt = holdsAt ?? at.Now,
            ClosedAt = null,
            ClosedOn = null,
            CloseReason = null,
            WinnerCompetitor = null,
        }).Finish(this, ChangeKind.Reopened, reason, at, holdsAt);
    }

    /// <summary>Counts the base amount anew at another planning rate.</summary>
    public Outcome<Change> Revalue(decimal rate, Moment at)
    {
        if (NotOpen() is { } no) return no;
        return (this with { RateE10 = Scaled.Rate(rate) }).Finish(this, ChangeKind.Revalued, null, at);
    }

    /// <summary>To another owner, whose department it counts for from now on. What is closed stays with whoever closed it.</summary>
    public Outcome<Change> HandOver(Guid fromId, Guid ownerId, Guid departmentId, string reason, Moment at)
    {
        if (Archived() is { } archived) return archived;
        if (OwnerId != fromId) return Refusal.Conflict("opportunities/owner-changed", "It belongs to somebody else by now.");
        if (IsClosed) return Refusal.Conflict("opportunities/closed", "A closed opportunity stays with its owner.");
        return (this with
        {
            OwnerId = ownerId,
            DepartmentId = departmentId,
            Team = Team.Any(member => member.MemberId == ownerId) ? [.. Team.Where(member => member.MemberId != ownerId)] : Team,
        }).Finish(this, ChangeKind.Edited, reason, at);
    }

    /// <summary>A member's place in the team goes to another, with its role; to nobody when the other is of it already.</summary>
    public Outcome<Change> Replace(Guid memberId, Guid byId, string reason, Moment at)
    {
        if (Archived() is { } archived) return archived;
        if (IsClosed) return Refusal.Conflict("opportunities/closed", "The team of a closed opportunity stays as it was.");
        var others = Team.Where(member => member.MemberId != memberId).ToList();
        if (others.Count == Team.Count) return Refusal.Conflict("opportunities/not-of-the-team", "The member is not of the team.");
        var isThere = byId == OwnerId || others.Any(member => member.MemberId == byId);
        return (this with
        {
            Team = isThere ? others : [.. Team.Select(member => member.MemberId == memberId ? member with { MemberId = byId } : member)],
        }).Finish(this, ChangeKind.Edited, reason, at);
    }

    public Outcome<Change> Archive(Moment at) => Archived() is { } archived
        ? archived
        : (this with { ArchivedAt = at.Now }).Finish(this, ChangeKind.Archived, null, at);

    public Outcome<Change> Restore(Moment at) => ArchivedAt is null
        ? Refusal.Conflict("opportunities/not-archived", "The opportunity is not archived.")
        : (this with { ArchivedAt = null }).Finish(this, ChangeKind.Restored, null, at);

    Outcome<Change> Move(Process process, string toStage, bool forward, string? reason, Moment at, DateTime? holdsAt = null)
    {
        if (NotOpen() is { } no) return no;
        var from = process.Find(Stage) ?? throw new InvalidOperationException($"{Id} stands in {Stage}, which {process.MethodId} {process.Version} does not have.");
        var to = process.Find(toStage);
        if (to is null) return UnknownStage("toStage", toStage, process);
        if (to.Class != StageClass.Open)
            return Refusal.Conflict("opportunities/closing-stage", $"'{toStage}' closes the opportunity: use win, lose or abandon.");
        if (to == from) return Refusal.Conflict("opportunities/already-in-stage", $"The opportunity stands in '{toStage}' already.");
        if (to.Order > from.Order != forward)
            return Refusal.Conflict("opportunities/wrong-direction", forward ? $"'{toStage}' lies behind: move back to it." : $"'{toStage}' lies ahead: advance to it.");
        if (!process.Allows(from.Key, to.Key)) return NoTransition(process, to.Key);
        return (this with { StageEnteredAt = holdsAt ?? at.Now }).In(to).Finish(
            this, forward ? ChangeKind.Advanced : ChangeKind.MovedBack, reason, at, holdsAt, forward ? process.Between(from, to) : []);
    }

    Outcome<Change> Close(
        OpportunityStatus status, ProcessStage? stage, ChangeKind kind, string reason, string? winner, DateOnly? closedOn, Moment at, DateTime? holdsAt)
    {
        if (Archived() is { } archived) return archived;
        if (IsClosed) return Refusal.Conflict("opportunities/closed", $"The opportunity is closed already ({Status}).");
        var errors = new FieldErrors();
        errors.Optional("winnerCompetitor", winner, OpportunityLimits.CompetitorLength);
        errors.Date("closedOn", closedOn);
        errors.When(closedOn > at.Today, "closedOn", "Lies in the future.");
        if (errors.ToRefusal("opportunities/invalid-field") is { } invalid) return invalid;
        return (this with
        {
            Status = status,
            Stage = stage?.Key ?? Stage,
            StageEnteredAt = stage is null ? StageEnteredAt : holdsAt ?? at.Now,
            ClosedAt = holdsAt ?? at.Now,
            ClosedOn = closedOn ?? at.Today,
            CloseReason = reason.Trim(),
            WinnerCompetitor = winner?.Trim(),
        }).Finish(this, kind, reason, at, holdsAt);
    }

    Refusal? NotOpen() => Archived() ?? (Status switch
    {
        OpportunityStatus.Open => null,
        OpportunityStatus.OnHold => Refusal.Conflict("opportunities/on-hold", "The opportunity is on hold. Resume it first."),
        _ => Refusal.Conflict("opportunities/closed", $"The opportunity is closed ({Status})."),
    });

    Refusal? Archived() => ArchivedAt is null ? null : Refusal.Conflict("opportunities/archived", "The opportunity is archived. Restore it first.");

    Refusal NoTransition(Process process, string to) => Refusal.Conflict("opportunities/no-such-transition",
        $"{process.MethodId} {process.Version} does not lead from '{Stage}' to '{to}'.");

    static Refusal ReasonMissing() => Refusal.Field("reason", "opportunities/reason-missing", "Say why.");

    static Refusal UnknownStage(string field, string key, Process process) => Refusal.Field(field, "opportunities/unknown-stage",
        $"{process.MethodId} {process.Version} has no open stage '{(key.Length <= OpportunityLimits.StageKeyLength ? key : key[..OpportunityLimits.StageKeyLength])}'. It has {string.Join(", ", process.Stages.Where(s => s.Class == StageClass.Open).Select(s => s.Key))}.");
}
