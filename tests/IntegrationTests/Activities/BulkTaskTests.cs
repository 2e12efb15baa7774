using System.Net;
using System.Text.Json.Nodes;
using Crm.Contracts.Organization;
using Crm.IntegrationTests.Fixtures;
using Crm.Platform.Data;
using Xunit;

namespace Crm.IntegrationTests.Activities;

public sealed class BulkTaskTests(Hosts hosts)
{
    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    [Trait("Promise", "S-53")]
    public async Task Many_tasks_are_given_to_others_moved_finished_and_taken_back_and_each_row_says_what_came_of_it(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        using var boss = await tenant.As(BuiltInRoles.SalesManager);
        using var seller = await tenant.As(BuiltInRoles.Salesperson);
        var ids = new List<Guid>();
        for (var i = 0; i < 60; i++) ids.Add((await boss.Post("/api/v1/tasks", new { task = new { title = $"Task {i}" } })).Ok().Id);
        var gone = (await boss.Get($"/api/v1/tasks/{ids[7]}")).Ok();
        (await boss.Post($"/api/v1/tasks/{gone.Id}/cancel", new { reason = "No more" }, gone.ETag)).Ok();

        var job = await Ended(boss, await boss.Post("/api/v1/tasks/bulk-reassign", new { ids, assigneeIds = new[] { seller.MemberId } }, key: "once"));
        Assert.Equal(("Completed", 60, 59, 1), ((string?)job["status"], (int)job["total"]!, (int)job["succeeded"]!, (int)job["failed"]!));
        Assert.Equal(job.Id, (await boss.Post("/api/v1/tasks/bulk-reassign", new { ids, assigneeIds = new[] { seller.MemberId } }, key: "once")).Ok().Id);
        var refused = Assert.Single((await boss.Get($"/api/v1/jobs/{job.Id}/results?failed=true")).Ok()["items"]!.AsArray())!;
        Assert.Equal((ids[7], "tasks/not-open"), ((Guid)refused["recordId"]!, (string?)refused["reasons"]![0]!["code"]));
        Assert.Equal(59, (int)(await seller.Get("/api/v1/notifications/unread")).Ok()["count"]!);
        Assert.Equal(59, (int)(await seller.Get($"/api/v1/tasks?toDoBy={seller.MemberId}&count=true&limit=1")).Ok()["totalCount"]!);

        await Ended(boss, await boss.Post("/api/v1/tasks/bulk-reschedule", new { ids = ids.Take(3), dueAt = "2027-02-01T10:00:00Z" }));
        Assert.Equal(3, (await boss.Get("/api/v1/tasks?dueAt[gte]=2027-02-01T00:00:00Z")).Ok()["items"]!.AsArray().Count);

        // Finished by the one they were given to, and taken back: as if nothing had been.
        await Ended(seller, await seller.Post("/api/v1/tasks/bulk-complete", new { ids = ids.Take(3), result = "All done" }));
        Assert.Equal(56, (int)(await seller.Get($"/api/v1/tasks?toDoBy={seller.MemberId}&count=true&limit=1")).Ok()["totalCount"]!);
        Assert.Equal("All done", (string?)(await boss.Get($"/api/v1/tasks/{ids[0]}")).Ok()["result"]);
        await Ended(seller, await seller.Post("/api/v1/tasks/bulk-take-back", new { ids = ids.Take(3) }));
        Assert.Equal(59, (int)(await seller.Get($"/api/v1/tasks?toDoBy={seller.MemberId}&count=true&limit=1")).Ok()["totalCount"]!);
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task One_id_that_the_caller_does_not_see_refuses_the_whole_and_nothing_is_done(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        using var north = await tenant.As(BuiltInRoles.Salesperson);
        using var south = await tenant.As(BuiltInRoles.Salesperson, TestTenant.South);
        var mine = (await north.Post("/api/v1/tasks", new { task = new { title = "Mine" } })).Ok();
        var theirs = (await south.Post("/api/v1/tasks", new { task = new { title = "Theirs" } })).Ok();

        (await north.Post("/api/v1/tasks/bulk-complete", new { ids = new[] { mine.Id, theirs.Id } })).Refused(HttpStatusCode.NotFound, "tasks/not-found");
        Assert.Equal("Open", (string?)(await north.Get($"/api/v1/tasks/{mine.Id}")).Ok()["state"]);
        foreach (var (field, verb, body) in new (string, string, JsonNode)[]
                 {
                     ("ids", "complete", JsonNode.Parse("""{"ids":[]}""")!),
                     ("assigneeIds", "reassign", JsonNode.Parse($$"""{"ids":["{{mine.Id}}"],"assigneeIds":[]}""")!),
                     ("assigneeIds", "reassign", JsonNode.Parse($$"""{"ids":["{{mine.Id}}"],"assigneeIds":["{{Guid.CreateVersion7()}}"]}""")!),
                     ("dueAt", "reschedule", JsonNode.Parse($$"""{"ids":["{{mine.Id}}"],"dueAt":"9999-01-01T00:00:00Z"}""")!),
                 })
        {
            Assert.Contains(field, (await north.Post($"/api/v1/tasks/bulk-{verb}", body.ToJsonString())).Refused(HttpStatusCode.BadRequest)["errors"]!.AsObject().Select(error => error.Key));
        }
    }

    static async Task<Answer> Ended(Session session, Answer asked)
    {
        Assert.True(asked.Status == HttpStatusCode.Accepted, asked.Text);
        return await Eventually.Get(
            async () => (await session.Get($"/api/v1/jobs/{asked.Id}")).Ok(), job => job["finishedAt"] is not null, "the job has ended", TimeSpan.FromSeconds(60));
    }
}
