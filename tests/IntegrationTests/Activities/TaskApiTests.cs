using System.Net;
using System.Text.Json.Nodes;
using Crm.Contracts.Organization;
using Crm.IntegrationTests.Fixtures;
using Crm.IntegrationTests.Opportunities;
using Crm.Platform.Data;
using Xunit;

namespace Crm.IntegrationTests.Activities;

public sealed class TaskApiTests(Hosts hosts)
{
    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    [Trait("Promise", "S-53")]
    public async Task A_task_for_all_ends_with_the_last_of_its_members_and_each_of_them_is_told_once(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        using var boss = await tenant.As(BuiltInRoles.SalesManager);
        using var one = await tenant.As(BuiltInRoles.Salesperson);
        using var two = await tenant.As(BuiltInRoles.Salesperson, TestTenant.South);
        var deal = (await boss.Open()).Ok();
        var task = (await boss.Post("/api/v1/tasks", new
        {
            recordKind = "Opportunity",
            recordId = deal.Id,
            task = new { title = "Prepare the tender", completion = "All", priority = "High", dueAt = "2027-01-15T09:00:00Z", assigneeIds = new[] { one.MemberId, two.MemberId } },
        })).Ok();

        Assert.Equal("Open", (string?)task["state"]);
        foreach (var person in new[] { one, two })
        {
            Assert.Equal(1, (int)(await person.Get("/api/v1/notifications/unread")).Ok()["count"]!);
            var notice = Assert.Single((await person.Get("/api/v1/notifications?readAt[empty]=true")).Ok()["items"]!.AsArray())!;
            Assert.Equal("task.assigned", (string?)notice["kind"]);
            Assert.Equal(task.Id, (Guid)notice["record"]!["id"]!);
            Assert.Equal(task.Id, (await person.Get($"/api/v1/tasks/{task.Id}")).Ok().Id);
        }

        task = (await one.Post($"/api/v1/tasks/{task.Id}/complete", new { result = "Half is done" }, task.ETag)).Ok();
        Assert.Equal("Open", (string?)task["state"]);
        (await one.Post($"/api/v1/tasks/{task.Id}/complete", new { }, task.ETag)).Refused(HttpStatusCode.Conflict, "tasks/part-done");
        task = (await two.Post($"/api/v1/tasks/{task.Id}/complete", new { result = "All is done" }, task.ETag)).Ok();
        Assert.Equal(("Done", "All is done"), ((string?)task["state"], (string?)task["result"]));
        Assert.Equal("task.done", (string?)(await boss.Get("/api/v1/notifications")).Ok()["items"]![0]!["kind"]);
        Assert.Equal(0, (int)(await two.Post("/api/v1/notifications/read", new { })).Ok()["count"]!);
        Assert.Equal(task.Id, (Guid)(await boss.Get($"/api/v1/timeline?recordKind=Opportunity&recordId={deal.Id}")).Ok()["items"]![0]!["task"]!["id"]!);
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    [Trait("Promise", "S-53")]
    public async Task A_task_for_any_ends_with_the_first_even_when_two_finish_at_once(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        using var boss = await tenant.As(BuiltInRoles.SalesManager);
        var people = new List<Session>();
        for (var i = 0; i < 4; i++) people.Add(await tenant.As(BuiltInRoles.Salesperson));
        var task = (await boss.Post("/api/v1/tasks", new { task = new { title = "Call back", completion = "Any", assigneeIds = people.Select(person => person.MemberId) } })).Ok();

        var answers = await Task.WhenAll(people.Select(person => person.Post($"/api/v1/tasks/{task.Id}/complete", new { }, task.ETag)));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.All(answers, answer => Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.PreconditionFailed, answer.Text));
        var after = (await boss.Get($"/api/v1/tasks/{task.Id}")).Ok();
        Assert.Equal("Done", (string?)after["state"]);
        Assert.Single(after["assignees"]!.AsArray(), part => part!["doneAt"] is not null);
        Assert.Single((await boss.Get("/api/v1/notifications")).Ok()["items"]!.AsArray());

        var open = (await people[0].Post($"/api/v1/tasks/{task.Id}/reopen", null, after.ETag)).Ok();
        Assert.All(open["assignees"]!.AsArray(), part => Assert.Null(part!["doneAt"]));
        (await people[1].Post($"/api/v1/tasks/{task.Id}/cancel", new { reason = "Not mine to say" }, open.ETag)).Refused(HttpStatusCode.Forbidden, "tasks/not-yours");
        var cancelled = (await boss.Post($"/api/v1/tasks/{task.Id}/cancel", new { reason = "Customer called himself" }, open.ETag)).Ok();
        Assert.Equal("Cancelled", (string?)cancelled["state"]);
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    [Trait("Promise", "S-53")]
    public async Task Who_takes_back_that_a_part_is_done_leaves_the_others_parts_as_they_are(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        using var boss = await tenant.As(BuiltInRoles.SalesManager);
        using var one = await tenant.As(BuiltInRoles.Salesperson);
        using var two = await tenant.As(BuiltInRoles.Salesperson);
        var task = (await boss.Post("/api/v1/tasks", new { task = new { title = "Both", completion = "All", assigneeIds = new[] { one.MemberId, two.MemberId } } })).Ok();
        task = (await one.Post($"/api/v1/tasks/{task.Id}/complete", new { }, task.ETag)).Ok();
        Assert.Empty((await one.Get($"/api/v1/tasks?toDoBy={one.MemberId}")).Ok()["items"]!.AsArray());
        Assert.Single((await one.Get($"/api/v1/tasks?assigneeId={one.MemberId}")).Ok()["items"]!.AsArray());
        task = (await two.Post($"/api/v1/tasks/{task.Id}/complete", new { }, task.ETag)).Ok();
        Assert.Equal("Done", (string?)task["state"]);

        task = (await two.Post($"/api/v1/tasks/{task.Id}/take-back", null, task.ETag)).Ok();

        Assert.Equal("Open", (string?)task["state"]);
        Assert.Equal([one.MemberId], task["assignees"]!.AsArray().Where(part => part!["doneAt"] is not null).Select(part => (Guid)part!["memberId"]!));
        Assert.Single((await two.Get($"/api/v1/tasks?toDoBy={two.MemberId}")).Ok()["items"]!.AsArray());
        (await two.Post($"/api/v1/tasks/{task.Id}/take-back", null, task.ETag)).Refused(HttpStatusCode.Conflict, "tasks/nothing-to-take-back");
        (await one.Get("/api/v1/tasks?toDoBy=nobody")).Refused(HttpStatusCode.BadRequest, "request/bad-filter");
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task Tasks_are_seen_by_who_has_a_part_in_them_and_by_who_sees_their_record(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        using var north = await tenant.As(BuiltInRoles.Salesperson);
        using var south = await tenant.As(BuiltInRoles.Salesperson, TestTenant.South);
        var deal = (await north.Open()).Ok();
        var task = (await north.Post("/api/v1/tasks", new { recordKind = "Opportunity", recordId = deal.Id, task = new { title = "Own" } })).Ok();

        (await south.Get($"/api/v1/tasks/{task.Id}")).Refused(HttpStatusCode.NotFound, "tasks/not-found");
        Assert.Empty((await south.Get("/api/v1/tasks")).Ok()["items"]!.AsArray());
        Assert.Empty((await south.Get($"/api/v1/tasks?recordKind=Opportunity&recordId={deal.Id}")).Ok()["items"]!.AsArray());
        (await south.Post("/api/v1/tasks", new { recordKind = "Opportunity", recordId = deal.Id, task = new { title = "Foreign" } })).Refused(HttpStatusCode.NotFound, "records/not-found");
        (await south.Get($"/api/v1/timeline?recordKind=Opportunity&recordId={deal.Id}")).Refused(HttpStatusCode.NotFound);
        Assert.Single((await tenant.Admin.Get($"/api/v1/tasks?assigneeId={north.MemberId}&state=Open")).Ok()["items"]!.AsArray());

        foreach (var (field, body) in new (string, JsonNode)[]
                 {
                     ("title", JsonNode.Parse("""{"task":{"title":" "}}""")!),
                     ("assigneeIds", JsonNode.Parse($$$"""{"task":{"title":"x","assigneeIds":["{{{Guid.CreateVersion7()}}}"]}}""")!),
                     ("dueAt", JsonNode.Parse("""{"task":{"title":"x","dueAt":"9999-01-01T00:00:00Z"}}""")!),
                     ("recordKind", JsonNode.Parse($$$"""{"recordKind":"Planet","recordId":"{{{Guid.CreateVersion7()}}}","task":{"title":"x"}}""")!),
                 })
        {
            Assert.Contains(field, (await north.Post("/api/v1/tasks", body.ToJsonString())).Refused(HttpStatusCode.BadRequest)["errors"]!.AsObject().Select(error => error.Key));
        }
    }
}
