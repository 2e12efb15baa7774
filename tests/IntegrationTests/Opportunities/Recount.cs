using Crm.IntegrationTests.Fixtures;
using Crm.Opportunities.Data;
using Crm.Opportunities.Domain;
using Crm.Contracts.Opportunities;
using Crm.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Crm.IntegrationTests.Opportunities;

/// <summary>The funnel counted anew by SQL from the opportunities themselves.</summary>
static class Recount
{
    public static Task Equals(TestTenant tenant, Answer funnel) => Equals(tenant.Host.Database, tenant.Id, funnel);

    public static async Task Equals(Database database, Guid tenantId, Answer funnel)
    {
        await using var db = database.Read(tenantId);
        var counted = await db.Set<Opportunity>().Where(row => row.Status == OpportunityStatus.Open && row.ArchivedAt == null)
            .GroupBy(row => new { row.MethodId, row.Stage, row.Band })
            .Select(cell => new { cell.Key, Count = cell.Count(), Amount = cell.Sum(row => row.BaseAmountE4), Weighted = cell.Sum(row => row.WeightedE4) })
            .ToListAsync(TestContext.Current.CancellationToken);
        var told = funnel.Ok()["stages"]!.AsArray().Where(stage => (int)stage!["count"]! != 0).ToDictionary(
            stage => ((string?)stage!["methodId"], (string?)stage["key"], (string?)stage["band"]), stage => stage!.Figures());
        Assert.Equal(
            counted.ToDictionary(cell => ((string?)cell.Key.MethodId, (string?)cell.Key.Stage, (string?)cell.Key.Band.ToString()), cell => (cell.Count, cell.Amount / 10_000m, cell.Weighted / 10_000m))
                .OrderBy(cell => cell.Key.ToString()),
            told.OrderBy(cell => cell.Key.ToString()));
    }

    /// <summary>Each version of each opportunity has exactly one history row, and the last of them is the row itself.</summary>
    public static Task HistoryIsWhole(TestTenant tenant) => HistoryIsWhole(tenant.Host.Database, tenant.Id);

    public static async Task HistoryIsWhole(Database database, Guid tenantId)
    {
        await using var db = database.Read(tenantId);
        var gaps = await db.Set<Opportunity>()
            .Where(row => db.Set<HistoryRow>().Count(history => history.OpportunityId == row.Id) != row.Version
                || !db.Set<HistoryRow>().Any(history => history.OpportunityId == row.Id && history.Version == row.Version
                    && history.Stage == row.Stage && history.Status == row.Status && history.BaseAmountE4 == row.BaseAmountE4 && history.OwnerId == row.OwnerId))
            .CountAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, gaps);
        Assert.Equal(
            await db.Set<HistoryRow>().CountAsync(TestContext.Current.CancellationToken),
            await db.Set<OutboxRow>().CountAsync(row => row.Name.StartsWith("opportunities."), TestContext.Current.CancellationToken));
    }
}
