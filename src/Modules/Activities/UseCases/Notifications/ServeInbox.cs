using Crm.Activities.Data;
using Crm.Activities.Notifying;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Http;
using Crm.Platform.Lists;
using Crm.Platform.Records;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Activities.UseCases.Notifications;

/// <summary>The caller's own inbox: nobody reads another's.</summary>
internal static class ServeInbox
{
    const int MaxIds = 200;

    static readonly ListSpec<Notification> Spec = new ListSpec<Notification>()
        .Filter("kind", row => row.Kind)
        .Filter("recordKind", row => row.RecordKind)
        .Filter("recordId", row => row.RecordId)
        .Filter("readAt", row => row.ReadAt)
        .Sort("at", row => row.NotBefore, descending: true);

    internal sealed record Reading
    {
        /// <summary>Which; at most 200. Left out: all of them.</summary>
        public IReadOnlyList<Guid>? Ids { get; init; }
    }

    internal static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/notifications", List).WithName("ListNotifications").WithSummary("Lists the caller's notifications; readAt[empty]=true for the unread.")
            .Requires(Permission.ReadActivities).Lists(Spec).Answers<Page<NotificationView>>();
        group.MapGet("/notifications/unread", Unread).WithName("CountUnreadNotifications").WithSummary("How many notifications the caller has not read.")
            .Requires(Permission.ReadActivities).Answers<UnreadCount>();
        group.MapPost("/notifications/read", Read).WithName("ReadNotifications").WithSummary("Marks notifications as read.")
            .Requires(Permission.ReadActivities).Answers<UnreadCount>().Refuses(RefusalKind.NotFound);
    }

    static async Task<IResult> List(ListQuery query, Caller caller, Database database, RecordKinds kinds, HttpContext http, CancellationToken ct)
    {
        await using var db = database.Read(caller.TenantId);
        var page = await Spec.Page(Inbox.Of(db, caller.MemberId), query, ct);
        if (page.Refused(out var refusal)) return refusal.ToProblem();
        var names = await kinds.Find(db, caller, page.Value.Items.Select(row => (row.RecordKind, row.RecordId)), ct);
        return Outcome<Page<NotificationView>>.Of(page.Value.Showing<NotificationView>([.. page.Value.Items.Select(row => NotificationView.Of(row, names.GetValueOrDefault((row.RecordKind, row.RecordId))?.Name))])).ToOk(http);
    }

    static async Task<IResult> Unread(Caller caller, Database database, CancellationToken ct)
    {
        await using var db = database.Read(caller.TenantId);
        return TypedResults.Ok(await Inbox.Unread(db, caller.MemberId, ct));
    }

    static async Task<IResult> Read(Reading request, Caller caller, Database database, InboxSignal signal, HttpContext http, CancellationToken ct)
    {
        if (request.Ids is { Count: > MaxIds }) return Refusal.Field("ids", "notifications/invalid", $"At most {MaxIds}.").ToProblem();
        return (await database.Write<UnreadCount>(caller.Writes(), async (db, token) =>
        {
            var now = db.UtcNow();
            var rows = Inbox.Of(db, caller.MemberId);
            if (request.Ids is { } wanted)
            {
                var ids = wanted.Distinct().ToArray();
                rows = rows.Where(row => ids.Contains(row.Id));
                if (await rows.CountAsync(token) < ids.Length) return Refusal.NotFound("notifications/not-found", "There is no such notification in your inbox.");
            }
            await rows.Where(row => row.ReadAt == null).ExecuteUpdateAsync(set => set.SetProperty(row => row.ReadAt, now), token);
            db.AfterCommit(() => signal.Changed(caller.TenantId, caller.MemberId));
            return await Inbox.Unread(db, caller.MemberId, token);
        }, ct)).ToOk(http);
    }
}
