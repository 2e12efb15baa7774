using Crm.Contracts.Opportunities;
using Crm.Opportunities.Domain;
using Crm.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Crm.Opportunities.Revaluations;

/// <summary>The opportunities that a revaluation is about: open ones in a foreign currency. What is on hold or closed keeps the rate it was frozen at.</summary>
internal static class Revaluables
{
    public static IQueryable<Opportunity> Open(CrmDb db, string baseCurrency) => db.Set<Opportunity>().AsNoTracking()
        .Where(row => row.Status == OpportunityStatus.Open && row.ArchivedAt == null && row.CurrencyCode != baseCurrency);
}
