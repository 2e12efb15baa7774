using Crm.Contracts.Opportunities;
using Crm.Platform;

namespace Crm.Opportunities.Domain;

// What follows from what was set: probability, category, base amount, weighted, slips. One place, so that no path forgets one.
internal sealed partial record Opportunity
{
    Opportunity In(ProcessStage stage) => this with
    {
        Stage = stage.Key,
        OpenStage = stage.Key,
        Band = stage.Band,
        StageProbabilityE4 = stage.ProbabilityE4,
        StageCategory = stage.Category,
    };

    Opportunity With(OpportunityFields fields) => this with
    {
        Name = fields.Name.Trim(),
        CustomerId = fields.CustomerId,
        PrimaryContactId = fields.PrimaryContactId,
        Type = fields.Type,
        AmountMode = fields.AmountMode,
        AmountE4 = Scaled.Amount(Rounding.ToMinor(fields.AmountMode == AmountMode.Lines ? fields.Lines.Sum(line => line.Amount) : fields.Amount, fields.Currency)),
        CurrencyCode = fields.Currency.Code,
        Lines = fields.Lines,
        ManualProbabilityE4 = fields.ManualProbability is { } probability ? (int)(probability * 10_000) : null,
        ProbabilityReason = fields.ManualProbability is null ? null : fields.ProbabilityReason?.Trim(),
        ManualCategory = fields.ManualCategory,
        CloseDate = fields.CloseDate,
        BudgetE4 = fields.Budget is { } budget ? Scaled.Amount(Rounding.ToMinor(budget, fields.Currency)) : null,
        Need = Said(fields.Need),
        Timeline = Said(fields.Timeline),
        NextStep = Said(fields.NextStep),
        NextStepDate = fields.NextStepDate,
        OwnerId = fields.OwnerId,
        DepartmentId = fields.DepartmentId,
        Custom = fields.Custom.Open,
        CustomPersonal = fields.Custom.Personal,
        // The owner is of the team by owning; listed twice, a sum over the team would count it twice.
        Team = fields.Team.Any(member => member.MemberId == fields.OwnerId) ? [.. fields.Team.Where(member => member.MemberId != fields.OwnerId)] : fields.Team,
    };

    Opportunity Slipped(DateOnly? former)
    {
        var original = OriginalCloseDate ?? CloseDate;
        return former is { } was && CloseDate is { } now && now > was
            ? this with { OriginalCloseDate = original, SlipCount = SlipCount + 1, DaysSlipped = DaysSlipped + (now.DayNumber - was.DayNumber) }
            : this with { OriginalCloseDate = original };
    }

    Opportunity Figured()
    {
        var mode = Status switch
        {
            OpportunityStatus.Won or OpportunityStatus.Lost or OpportunityStatus.Abandoned => ProbabilityMode.Default,
            _ => ManualProbabilityE4 is null ? ProbabilityMode.Default : ProbabilityMode.Manual,
        };
        var probability = Status switch
        {
            OpportunityStatus.Won => 10_000,
            OpportunityStatus.Lost or OpportunityStatus.Abandoned => 0,
            _ => ManualProbabilityE4 ?? StageProbabilityE4,
        };
        var baseAmount = Rounding.ToMinor(Amount * Rate, BaseCurrency);
        return this with
        {
            ProbabilityMode = mode,
            ProbabilityE4 = probability,
            Category = Status switch
            {
                OpportunityStatus.Won => ForecastCategory.Closed,
                OpportunityStatus.Lost or OpportunityStatus.Abandoned => ForecastCategory.Omitted,
                _ => ManualCategory ?? StageCategory,
            },
            BaseAmountE4 = Scaled.Amount(baseAmount),
            WeightedE4 = Scaled.Amount(Rounding.ToMinor(baseAmount * probability / 10_000m, BaseCurrency)),
            CloseDay = CloseDate?.DayNumber ?? int.MaxValue,
        };
    }

    Outcome<Change> Finish(Opportunity? before, ChangeKind kind, string? reason, Moment at, DateTime? holdsAt = null, IReadOnlyList<string>? skipped = null)
    {
        var why = reason?.Trim() is { Length: > 0 } said ? said : kind.ToString();
        var errors = new FieldErrors();
        errors.Optional("reason", why, OpportunityLimits.ReasonLength, lines: true);
        if (errors.ToRefusal("opportunities/invalid-field") is { } invalid) return invalid;
        if (Amount * Rate > Scaled.MaxAmount || Lines.Sum(line => line.Amount) * Rate > Scaled.MaxAmount)
            return Refusal.Field("amount", "opportunities/amount-too-large", $"Comes to more than {Scaled.MaxAmount:0} {BaseCurrencyCode} at the planning rate.");
        // Two changes of one opportunity are never known at the same instant, whatever the clocks of two nodes say.
        var known = before is not null && before.UpdatedAt >= at.Now ? before.UpdatedAt.AddMicroseconds(1) : at.Now;
        var after = (this with { Version = (before?.Version ?? 0) + 1, UpdatedAt = known, UpdatedBy = at.ActorId }).Figured();
        return new Change(before, after, kind, why, holdsAt ?? known, skipped ?? []);
    }

    static string? Said(string? text) => text?.Trim() is { Length: > 0 } said ? said : null;
}
