using Crm.Platform;

namespace Crm.Opportunities.Domain;

/// <summary>The bounds that every amount and date of an opportunity keeps.</summary>
internal static class DomainChecks
{
    public static FieldErrors Amount(this FieldErrors errors, string field, decimal amount) =>
        errors.When(amount is < 0 or > OpportunityLimits.MaxAmount, field, $"An amount lies between 0 and {OpportunityLimits.MaxAmount:0}.");

    public static FieldErrors Date(this FieldErrors errors, string field, DateOnly? date) =>
        errors.When(date < OpportunityLimits.FirstDate || date > OpportunityLimits.LastDate, field,
            $"A date lies between {OpportunityLimits.FirstDate:yyyy-MM-dd} and {OpportunityLimits.LastDate:yyyy-MM-dd}.");
}
