using System.Text.Json;
using Crm.Opportunities.Domain;
using Crm.Platform.Http;

namespace Crm.Opportunities.UseCases;

/// <summary>What is kept under an idempotency key: the answer that was given, to be given again.</summary>
/// <param name="Id">The opportunity.</param>
/// <param name="Version">Its version after the call.</param>
/// <param name="Json">The view; empty when nothing is kept.</param>
internal sealed record SavedOpportunity(Guid Id, int Version, string Json)
{
    public static SavedOpportunity Of(Opportunity opportunity, bool kept) => new(
        opportunity.Id, opportunity.Version, kept ? JsonSerializer.Serialize(OpportunityView.Of(opportunity), ApiJson.Options) : "");
}
