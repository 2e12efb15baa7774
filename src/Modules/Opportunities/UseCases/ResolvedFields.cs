using Crm.Opportunities.Domain;
using Crm.Platform;

namespace Crm.Opportunities.UseCases;

/// <summary>Fields whose references exist and may be used by the caller.</summary>
/// <param name="Fields">Ready for the domain.</param>
/// <param name="Rate">The planning rate of the currency today; null when the currency stays and the frozen rate with it.</param>
/// <param name="BaseCurrency">The tenant's.</param>
internal sealed record ResolvedFields(OpportunityFields Fields, decimal? Rate, Currency BaseCurrency);
