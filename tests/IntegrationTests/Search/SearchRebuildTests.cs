using Crm.Contracts.Organization;
using Crm.IntegrationTests.Fixtures;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Search;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Crm.IntegrationTests.Search;

/// <summary>On hosts of their own: what makes a kind be put in anew concerns every tenant of an installation.</summary>
public sealed class SearchRebuildTests
{
    public static TheoryData<Engine> Engines => Fixtures.Engines.All;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Records_from_before_the_search_are_put_in_by_a_job_at_the_next_start(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        var tenant = await host.NewTenant("rebuilt");
        var keeper = await tenant.NewMember("keeper", [BuiltInRoles.Administrator, BuiltInRoles.SalesManager, BuiltInRoles.SalesOperations], []);
        for (var i = 0; i < 5; i++) (await tenant.Admin.Post("/api/v1/customers", new { name = $"明珠{i}号" })).Ok();
        await tenant.Write<Nothing>(async (db, ct) =>
        {
            await db.Set<SearchTermRow>().ExecuteDeleteAsync(ct);
            await db.Set<SearchDocRow>().ExecuteDeleteAsync(ct);
            return Nothing.Value;
        });
        Assert.Equal(0, await Found(tenant.Admin));
        await host.Database.WriteAcrossTenants<Nothing>(async (db, ct) =>
        {
            await db.Set<SearchStateRow>().IgnoreQueryFilters([CrmDb.TenantFilter]).ExecuteDeleteAsync(ct);
            return Nothing.Value;
        }, TestContext.Current.CancellationToken);

        await host.Restart();

        // An edit while the job is at work must neither fail nor be lost.
        using var again = await Session.SignIn(host, "rebuilt", "keeper", TestTenant.Password, keeper);
        var one = (await again.Get("/api/v1/customers?limit=1")).Ok()["items"]![0]!;
        (await again.Patch($"/api/v1/customers/{one["id"]}", new { name = "明珠塔" }, $"\"{one["version"]}\"")).Ok();
        await Eventually.Get(() => Found(again), count => count == 5, "all five are found again", TimeSpan.FromSeconds(60));
        var job = await Eventually.Get(async () => (await again.Get("/api/v1/jobs?kind=build-search&status=Completed")).Ok()["items"]!.AsArray(), jobs => jobs.Count > 0, "the job ended", TimeSpan.FromSeconds(60));
        Assert.Contains(job, ended => (long)ended!["total"]! == 5 && (long)ended["done"]! == 5);

        await host.Restart();
        using var third = await Session.SignIn(host, "rebuilt", "keeper", TestTenant.Password, keeper);
        Assert.Equal(job.Count, (await third.Get("/api/v1/jobs?kind=build-search")).Ok()["items"]!.AsArray().Count);
    }

    static async Task<int> Found(Session session) =>
        (await session.Get("/api/v1/search?q=明珠")).Ok()["groups"]!.AsArray().Sum(group => group!["hits"]!.AsArray().Count);
}
