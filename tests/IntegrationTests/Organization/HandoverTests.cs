using System.Net;
using System.Text.Json;
using Crm.Contracts.Organization;
using Crm.IntegrationTests.Fixtures;
using Crm.IntegrationTests.Importing;
using Crm.IntegrationTests.Opportunities;
using Crm.Organization.UseCases.Handover;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Handover;
using Crm.Platform.Jobs;
using Crm.Platform.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Crm.IntegrationTests.Organization;

/// <summary>离职交接.</summary>
public sealed class HandoverTests(Hosts hosts)
{
    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_leaver_is_out_at_once_and_what_is_open_goes_to_the_heirs_customer_by_customer(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        using var leaver = await tenant.As(BuiltInRoles.Salesperson);
        using var north = await tenant.As(BuiltInRoles.Salesperson);
        using var south = await tenant.As(BuiltInRoles.Salesperson, TestTenant.South);
        using var boss = await tenant.As([BuiltInRoles.SalesManager], []);
        var customers = new List<Guid>();
        var deals = new List<Guid>();
        for (var i = 0; i < 4; i++)
        {
            customers.Add((await leaver.Post("/api/v1/customers", new { name = $"Customer {i}" })).Ok().Id);
            for (var n = 0; n < 2; n++) deals.Add((await leaver.Post("/api/v1/opportunities", new { name = $"Deal {i}{n}", customerId = customers[i], type = "NewProject", amount = new { amount = 1000, currency = "CNY" } })).Ok().Id);
        }
        var lost = (await leaver.Act(await leaver.Get($"/api/v1/opportunities/{deals[7]}"), "lose", new { reason = "Price" })).Ok();
        var shared = (await boss.Open(team: new[] { new { memberId = leaver.MemberId, role = "Presales" } })).Ok();
        var own = (await leaver.Post("/api/v1/tasks", new { recordKind = "Opportunity", recordId = deals[0], task = new { title = "Call them" } })).Ok();
        var asked = (await boss.Post("/api/v1/tasks", new { task = new { title = "Both of you", completion = "All", assigneeIds = new[] { leaver.MemberId, north.MemberId } } })).Ok();
        var done = (await leaver.Post("/api/v1/tasks", new { task = new { title = "Done" } })).Ok();
        (await leaver.Post($"/api/v1/tasks/{done.Id}/complete", new { }, done.ETag)).Ok();

        var path = $"/api/v1/members/{leaver.MemberId}";
        var before = (await tenant.Admin.Get($"{path}/handover")).Ok();
        Assert.Equal(
            [("Customers", 4), ("Opportunities", 7), ("OpportunityTeams", 1), ("Tasks", 1), ("Assignments", 2)],
            before["parts"]!.AsArray().Select(part => ((string)part!["part"]!, (int)part["count"]!)));
        var first = (await tenant.Admin.Get($"{path}/handover/items?part=Opportunities&limit=4")).Ok();
        var second = (await tenant.Admin.Get($"{path}/handover/items?part=Opportunities&limit=4&cursor={first["nextCursor"]}")).Ok();
        Assert.Equal(deals[..7], first["items"]!.AsArray().Concat(second["items"]!.AsArray()).Select(item => (Guid)item!["id"]!));
        Assert.Null(second["nextCursor"]);
        Assert.Equal(7, (int)(await tenant.Admin.Get($"{path}/handover/items?part=Opportunities&limit=1&count=true")).Ok()["totalCount"]!);

        var member = (await tenant.Admin.Get(path)).Ok();
        var funnel = (await boss.Funnel()).Ok()["total"]!.ToJsonString();
        var job = (await tenant.Admin.Post($"{path}/handover", new
        {
            reason = "Leaves the company",
            heirIds = new[] { north.MemberId, south.MemberId },
            named = new[] { new { part = "Customers", recordId = customers[3], heirId = south.MemberId } },
        }, member.ETag, "handover-1")).Ok();
        Assert.Equal(HttpStatusCode.Accepted, job.Status);
        (await leaver.Get("/api/v1/me")).Refused(HttpStatusCode.Unauthorized);
        Assert.Equal(job.Id, (await tenant.Admin.Post($"{path}/handover", new
        {
            reason = "Leaves the company",
            heirIds = new[] { north.MemberId, south.MemberId },
            named = new[] { new { part = "Customers", recordId = customers[3], heirId = south.MemberId } },
        }, member.ETag, "handover-1")).Ok().Id);
        job = await tenant.Admin.Ended(job);
        Assert.Equal(("Completed", 15, 15, 0), ((string?)job["status"], (int)job["total"]!, (int)job["succeeded"]!, (int)job["failed"]!));

        var owners = new Dictionary<Guid, Guid>();
        foreach (var customer in customers) owners[customer] = (Guid)(await tenant.Admin.Get($"/api/v1/customers/{customer}")).Ok()["ownerId"]!;
        Assert.Equal(south.MemberId, owners[customers[3]]);
        Assert.All(owners.Values.CountBy(owner => owner), heir => Assert.Equal(2, heir.Value));
        foreach (var (deal, i) in deals[..7].Select((deal, i) => (deal, i)))
        {
            var after = (await tenant.Admin.Get($"/api/v1/opportunities/{deal}")).Ok();
            Assert.Equal(owners[customers[i / 2]], (Guid)after["ownerId"]!);
            var step = (await tenant.Admin.Get($"/api/v1/opportunities/{deal}/history?limit=1")).Ok()["items"]![0]!;
            Assert.Equal(("Edited", "Leaves the company", tenant.Admin.MemberId), ((string?)step["kind"], (string?)step["reason"], (Guid)step["actorId"]!));
            Assert.Equal((Guid)(await tenant.Admin.Get($"/api/v1/members/{after["ownerId"]}")).Ok()["departmentId"]!, (Guid)after["departmentId"]!);
        }
        Assert.Equal(leaver.MemberId, (Guid)(await tenant.Admin.Get($"/api/v1/opportunities/{lost.Id}")).Ok()["ownerId"]!);
        Assert.Equal(leaver.MemberId, (Guid)(await tenant.Admin.Get($"/api/v1/tasks/{done.Id}")).Ok()["ownerId"]!);
        var team = (await boss.Get($"/api/v1/opportunities/{shared.Id}")).Ok()["team"]!.AsArray().Select(place => (Guid)place!["memberId"]!).ToList();
        Assert.DoesNotContain(leaver.MemberId, team);
        Assert.Single(team, place => place == north.MemberId || place == south.MemberId);
        Assert.Equal(owners[customers[0]], (Guid)(await tenant.Admin.Get($"/api/v1/tasks/{own.Id}")).Ok()["ownerId"]!);
        var parts = (await boss.Get($"/api/v1/tasks/{asked.Id}")).Ok()["assignees"]!.AsArray().Select(part => (Guid)part!["memberId"]!).ToList();
        Assert.DoesNotContain(leaver.MemberId, parts);
        Assert.Contains(north.MemberId, parts);
        Assert.Equal(funnel, (await boss.Funnel()).Ok()["total"]!.ToJsonString());
        Assert.Equal(0, (int)(await tenant.Admin.Get($"{path}/handover")).Ok()["total"]!);
        Assert.Contains((await tenant.Admin.Get($"/api/v1/audit?recordId={leaver.MemberId}&limit=50")).Ok()["items"]!.AsArray(), line => (string?)line!["action"] == "HandedOver");
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task Nothing_goes_to_a_member_who_is_not_active_or_not_there(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        using var leaver = await tenant.As(BuiltInRoles.Salesperson);
        using var gone = await tenant.As(BuiltInRoles.Salesperson);
        var foreign = (await hosts.NewTenant(engine)).Admin.MemberId;
        var customer = await leaver.Customer();
        (await tenant.Admin.Post($"/api/v1/members/{gone.MemberId}/disable", null, "*")).Ok();
        var path = $"/api/v1/members/{leaver.MemberId}/handover";

        foreach (var heir in new[] { gone.MemberId, foreign, Guid.CreateVersion7(), leaver.MemberId })
        {
            var no = (await tenant.Admin.Post(path, new { reason = "Leaves", heirIds = new[] { tenant.Admin.MemberId, heir } }, "*")).Refused(HttpStatusCode.BadRequest, "handover/invalid");
            Assert.NotNull(no["errors"]!["heirIds[1]"]);
        }
        foreach (var (body, field) in new (object, string)[]
        {
            (new { reason = "", heirIds = new[] { tenant.Admin.MemberId } }, "reason"),
            (new { reason = "Leaves", heirIds = Array.Empty<Guid>() }, "heirIds"),
            (new { reason = "Leaves", heirIds = new[] { tenant.Admin.MemberId }, parts = new[] { new { part = "Dreams" } } }, "parts[0].part"),
            (new { reason = "Leaves", heirIds = new[] { tenant.Admin.MemberId }, named = new[] { new { part = "Customers", recordId = customer, heirId = gone.MemberId } } }, "named[0].heirId"),
            (new { reason = "Leaves", heirIds = new[] { tenant.Admin.MemberId }, named = new[] { new { part = "Opportunities", recordId = customer, heirId = tenant.Admin.MemberId } } }, "named[0].recordId"),
        })
        {
            Assert.NotNull((await tenant.Admin.Post(path, body, "*")).Refused(HttpStatusCode.BadRequest, "handover/invalid")["errors"]![field]);
        }
        (await tenant.Admin.Get($"{path}/items?part=Dreams")).Refused(HttpStatusCode.BadRequest, "handover/unknown-part");
        (await tenant.Admin.Get($"{path}/items?part=Customers&cursor=x")).Refused(HttpStatusCode.BadRequest, "request/bad-cursor");
        // Nothing was half done: the member still works, and still owns.
        (await leaver.Get("/api/v1/me")).Ok();
        Assert.Equal(leaver.MemberId, (Guid)(await tenant.Admin.Get($"/api/v1/customers/{customer}")).Ok()["ownerId"]!);
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task An_heir_who_leaves_meanwhile_gets_nothing_and_the_rows_say_so(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        using var leaver = await tenant.As(BuiltInRoles.Salesperson);
        using var heir = await tenant.As(BuiltInRoles.Salesperson);
        var customer = await leaver.Customer();
        var order = Order(leaver, [heir.MemberId], "Customers");
        (await tenant.Admin.Post($"/api/v1/members/{heir.MemberId}/disable", null, "*")).Ok();

        var (job, run) = await Running(tenant, order);
        Assert.False((await Job(tenant).Run(run, TestContext.Current.CancellationToken)).IsRefused);

        var row = Assert.Single(await Results(tenant, job));
        Assert.Equal((true, customer), (row.IsFailed, row.RecordId!.Value));
        Assert.Contains("members/not-active", row.Notes, StringComparison.Ordinal);
        Assert.Equal(leaver.MemberId, (Guid)(await tenant.Admin.Get($"/api/v1/customers/{customer}")).Ok()["ownerId"]!);
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_handover_that_is_killed_between_a_move_and_its_answer_goes_on_and_answers_for_each_record_once(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        using var leaver = await tenant.As(BuiltInRoles.Salesperson);
        using var heir = await tenant.As(BuiltInRoles.Salesperson);
        var expected = new List<Guid> { await leaver.Customer() };
        for (var i = 0; i < 3; i++) expected.Add((await leaver.Open(100 + i)).Ok().Id);
        expected.Add((await leaver.Post("/api/v1/tasks", new { task = new { title = "Mine" } })).Ok().Id);
        expected.Add(expected[^1]);
        var order = Order(leaver, [heir.MemberId], "Customers", "Opportunities", "OpportunityTeams", "Tasks", "Assignments");
        var (job, run) = await Running(tenant, order);

        foreach (var part in new[] { "Customers", "Opportunities", "Tasks", "Assignments" })
        {
            // The process ends right after the part's work was committed, before anybody could say so.
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Job(tenant, cutAfter: part).Run(run, TestContext.Current.CancellationToken));
            run = await TakeUp(tenant, job);
        }
        Assert.False((await Job(tenant).Run(run, TestContext.Current.CancellationToken)).IsRefused);

        var rows = await Results(tenant, job);
        Assert.All(rows, row => Assert.False(row.IsFailed, row.Notes));
        Assert.Equal(Enumerable.Range(1, rows.Count).Select(no => (long)no), rows.Select(row => row.No));
        Assert.Equal(expected.Order(), rows.Select(row => row.RecordId!.Value).Order());
        Assert.Equal(0, (int)(await tenant.Admin.Get($"/api/v1/members/{leaver.MemberId}/handover")).Ok()["total"]!);
    }

    static HandoverOrder Order(Session leaver, Guid[] heirs, params string[] parts) => new()
    {
        MemberId = leaver.MemberId,
        Reason = "Leaves",
        Parts = [.. parts.Select(part => new HandoverOrder.PartOrder(part, heirs, new Dictionary<Guid, Guid>()))],
    };

    static HandoverJob Job(TestTenant tenant, string? cutAfter = null)
    {
        var parts = tenant.Host.Services.GetServices<IHandoverPart>();
        return new HandoverJob(
            cutAfter is null ? parts : [.. parts.Select(part => part.Name == cutAfter ? new Cut(part) : part)],
            tenant.Host.Database, tenant.Host.Services.GetRequiredService<IOrganizationDirectory>());
    }

    // A job of the test's own that no runner takes: it is running, under the test's lease.
    static async Task<(Guid Job, JobRun Run)> Running(TestTenant tenant, HandoverOrder order)
    {
        var id = Guid.CreateVersion7();
        await tenant.Write<Nothing>((db, _) =>
        {
            db.Add(new JobRow
            {
                TenantId = tenant.Id,
                Id = id,
                Kind = HandoverJob.Name,
                Status = JobStatus.Running,
                Input = JsonSerializer.Serialize(order, StoredJson.Options),
                CreatedAt = db.UtcNow(),
                CreatedBy = tenant.Admin.MemberId,
                LeaseOwner = id,
                LeaseUntil = db.UtcNow().AddHours(1),
            });
            return Task.FromResult<Outcome<Nothing>>(Nothing.Value);
        });
        return (id, await TakeUp(tenant, id));
    }

    static async Task<JobRun> TakeUp(TestTenant tenant, Guid job)
    {
        await using var db = tenant.Read();
        return new JobRun(tenant.Host.Database, await db.Set<JobRow>().AsNoTracking().SingleAsync(row => row.Id == job, TestContext.Current.CancellationToken), job);
    }

    static async Task<List<JobResultRow>> Results(TestTenant tenant, Guid job)
    {
        await using var db = tenant.Read();
        return await db.Set<JobResultRow>().AsNoTracking().Where(row => row.JobId == job).OrderBy(row => row.No).ToListAsync(TestContext.Current.CancellationToken);
    }

    sealed class Cut(IHandoverPart part) : IHandoverPart
    {
        public string Name => part.Name;

        public int Rank => part.Rank;

        public Permission Reads => part.Reads;

        public Task<long> Count(CrmDb db, Guid memberId, CancellationToken ct) => part.Count(db, memberId, ct);

        public Task<IReadOnlyList<HandoverItem>> Items(CrmDb db, Guid memberId, Guid? after, int limit, CancellationToken ct) => part.Items(db, memberId, after, limit, ct);

        public Task<IReadOnlyList<Guid>> Held(CrmDb db, Guid memberId, IReadOnlyCollection<Guid> ids, CancellationToken ct) => part.Held(db, memberId, ids, ct);

        public async Task<IReadOnlyList<Outcome<Nothing>>> Move(HandoverBatch batch, CancellationToken ct)
        {
            await part.Move(batch, ct);
            throw new OperationCanceledException();
        }
    }
}
