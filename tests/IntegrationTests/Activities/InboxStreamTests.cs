using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;
using Crm.Contracts.Organization;
using Crm.IntegrationTests.Fixtures;
using Crm.Platform.Data;
using Xunit;

namespace Crm.IntegrationTests.Activities;

public sealed class InboxStreamTests(Hosts hosts)
{
    static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    [Trait("Promise", "S-53")]
    public async Task A_stream_tells_how_many_notifications_are_unread_when_it_begins_when_one_comes_and_when_they_are_read(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        using var boss = await tenant.As(BuiltInRoles.SalesManager);
        using var seller = await tenant.As(BuiltInRoles.Salesperson);
        using var other = await tenant.As(BuiltInRoles.Salesperson);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        ends.CancelAfter(Deadline);
        await using var told = Unread(seller, "notifications", ends.Token).GetAsyncEnumerator(ends.Token);

        await Until(told, 0);
        (await boss.Post("/api/v1/tasks", new { task = new { title = "For somebody else", assigneeIds = new[] { other.MemberId } } })).Ok();
        var task = (await boss.Post("/api/v1/tasks", new { task = new { title = "Call back", assigneeIds = new[] { seller.MemberId, other.MemberId } } })).Ok();
        await Until(told, 1);
        (await boss.Post($"/api/v1/tasks/{task.Id}/cancel", new { reason = "He called himself" }, task.ETag)).Ok();
        (await boss.Post("/api/v1/tasks", new { task = new { title = "Send the offer", assigneeIds = new[] { seller.MemberId } } })).Ok();
        await Until(told, 3);
        Assert.Equal(0, (int)(await seller.Post("/api/v1/notifications/read", new { })).Ok()["count"]!);
        await Until(told, 0);
        Assert.Equal(["task.assigned", "task.cancelled", "task.assigned"], (await seller.Get("/api/v1/notifications")).Ok()["items"]!.AsArray().Select(notice => (string?)notice!["kind"]));
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task One_stream_carries_the_inbox_beside_the_funnel(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        using var seller = await tenant.As(BuiltInRoles.Salesperson);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        ends.CancelAfter(Deadline);
        var names = new HashSet<string>();
        await foreach (var item in Events(seller, "funnel,notifications", ends.Token))
        {
            names.Add(item.EventType);
            if (names.Count == 2) break;
        }
        Assert.Equal(["funnel", "notifications"], names.Order());
    }

    /// <summary>What moves quickly may be told at once: the stream says where it stands, not every step.</summary>
    static async Task Until(IAsyncEnumerator<int> told, int unread)
    {
        do Assert.True(await told.MoveNextAsync(), "The stream ended.");
        while (told.Current != unread);
    }

    static async IAsyncEnumerable<int> Unread(Session session, string topics, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var item in Events(session, topics, ct))
            if (item.EventType == "notifications") yield return (int)JsonNode.Parse(item.Data)!["count"]!;
    }

    static async IAsyncEnumerable<SseItem<string>> Events(Session session, string topics, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await using var stream = await session.Http.GetStreamAsync($"/api/v1/stream?topics={topics}", ct);
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(ct)) yield return item;
    }
}
