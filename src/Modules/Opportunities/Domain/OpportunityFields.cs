using Crm.Contracts.Opportunities;
using Crm.Platform;
using Crm.Platform.Fields;

namespace Crm.Opportunities.Domain;

/// <summary>The fields that people set, as they want them to be: for opening and for editing. References are resolved before it is made.</summary>
internal sealed record OpportunityFields
{
    public const string Resource = "opportunities";

    public required string Name { get; init; }
    public required Guid CustomerId { get; init; }
    public Guid? PrimaryContactId { get; init; }
    public required OpportunityType Type { get; init; }
    public required AmountMode AmountMode { get; init; }

    /// <summary>Ignored in lines mode.</summary>
    public required decimal Amount { get; init; }
    public required Currency Currency { get; init; }
    public IReadOnlyList<OpportunityLine> Lines { get; init; } = [];
    public decimal? ManualProbability { get; init; }
    public string? ProbabilityReason { get; init; }
    public ForecastCategory? ManualCategory { get; init; }
    public DateOnly? CloseDate { get; init; }
    public decimal? Budget { get; init; }
    public string? Need { get; init; }
    public string? Timeline { get; init; }
    public string? NextStep { get; init; }
    public DateOnly? NextStepDate { get; init; }
    public required Guid OwnerId { get; init; }

    /// <summary>The department the opportunity counts for: the owner's when the owner was given it.</summary>
    public required Guid DepartmentId { get; init; }
    public IReadOnlyList<TeamMember> Team { get; init; } = [];

    /// <summary>Checked before: the rules are the tenant's.</summary>
    public CustomValues Custom { get; init; }

    /// <summary>Every field that is out of its bounds, or null.</summary>
    public Refusal? Check()
    {
        var errors = new FieldErrors();
        errors.Required("name", Name, OpportunityLimits.NameLength);
        errors.Optional("need", Need, OpportunityLimits.NeedLength, lines: true);
        errors.Optional("timeline", Timeline, OpportunityLimits.TimelineLength, lines: true);
        errors.Optional("nextStep", NextStep, OpportunityLimits.NextStepLength);
        errors.Optional("probabilityReason", ProbabilityReason, OpportunityLimits.ReasonLength);
        errors.Amount("amount", AmountMode == AmountMode.Manual ? Amount : 0);
        errors.Amount("budget", Budget ?? 0);
        errors.Date("closeDate", CloseDate);
        errors.Date("nextStepDate", NextStepDate);
        errors.When(ManualProbability is < 0 or > 1, "probability", "A probability lies between 0 and 1.");
        errors.When(ManualProbability is { } p && decimal.Round(p, 4) != p, "probability", "A probability has at most 4 decimals.");
        errors.When(ManualProbability is not null && string.IsNullOrWhiteSpace(ProbabilityReason), "probabilityReason",
            "Overriding the probability needs a reason.");
        errors.When(ManualCategory == ForecastCategory.Closed, "forecastCategory", "Only a won opportunity is Closed.");
        errors.When(AmountMode == AmountMode.Lines && Lines.Count == 0, "lines", "An amount from lines needs at least one line.");
        errors.When(Lines.Count > OpportunityLimits.Lines, "lines", $"At most {OpportunityLimits.Lines} lines.");
        errors.When(Team.Count > OpportunityLimits.Team, "team", $"At most {OpportunityLimits.Team} members.");
        errors.When(Team.Select(member => member.MemberId).Distinct().Count() != Team.Count, "team", "A member stands in a team once.");
        for (var i = 0; i < Team.Count; i++) errors.Optional($"team[{i}].role", Team[i].Role, OpportunityLimits.RoleLength);
        for (var i = 0; i < Lines.Count; i++) CheckLine(errors, $"lines[{i}]", Lines[i]);
        var sum = Lines.Sum(line => Math.Min(line.Amount, OpportunityLimits.MaxAmount));
        errors.When(sum > OpportunityLimits.MaxAmount, "lines", $"The lines add up to more than {OpportunityLimits.MaxAmount:0}.");
        return errors.ToRefusal("opportunities/invalid-field");
    }

    static void CheckLine(FieldErrors errors, string path, OpportunityLine line)
    {
        errors.When(line.Quantity is <= 0 or > OpportunityLimits.MaxQuantity, $"{path}.quantity", $"A quantity lies above 0 and up to {OpportunityLimits.MaxQuantity:0}.");
        errors.When(decimal.Round(line.Quantity, 4) != line.Quantity, $"{path}.quantity", "A quantity has at most 4 decimals.");
        errors.When(line.UnitPrice is < 0 or > Scaled.MaxUnitPrice, $"{path}.unitPrice", $"A unit price lies between 0 and {Scaled.MaxUnitPrice:0}.");
        errors.When(decimal.Round(line.UnitPrice, 6) != line.UnitPrice, $"{path}.unitPrice", "A unit price has at most 6 decimals.");
        errors.Amount($"{path}.amount", line.Amount);
    }
}
