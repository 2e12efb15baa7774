using Crm.Platform.Data;
using Crm.Platform.Http;
using Crm.Platform.Lists;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Platform.Events;

/// <summary>Parked events: seen, retried or skipped by an administrator of the tenant they belong to.</summary>
static class EventEndpoints
{
    static readonly ListSpec<DeliveryRow> Spec = new ListSpec<DeliveryRow>()
        .Filter("reaction", row => row.Reaction)
        .Filter("name", row => row.Name)
        .Filter("recordId", row => row.RecordId)
        .Sort("at", row => row.At);

    public static void Map(RouteGroupBuilder api)
    {
        var events = api.MapGroup("/events/parked").WithTags("Events");
        events.MapGet("/", List).WithName("ListParkedEvents").WithSummary("Events whose tries are used up, oldest first.")
            .Requires(Permission.ManageEvents).Lists(Spec).Answers<Page<ParkedEventView>>();
        events.MapPost("/{id:guid}/retry", Retry).WithName("RetryParkedEvent").WithSummary("Gives a parked event its tries again, at once.")
            .Requires(Permission.ManageEvents).Answers<ParkedEventView>().Refuses(RefusalKind.NotFound);
        events.MapPost("/{id:guid}/skip", Skip).WithName("SkipParkedEvent")
            .WithSummary("Gives a parked event up for good; the later ones of its record go on without it.")
            .Requires(Permission.ManageEvents).Answers<ParkedEventView>().Refuses(RefusalKind.NotFound);
    }

    static async Task<IResult> List(HttpContext http, ListQuery query, Caller caller, Database database, CancellationToken ct)
    {
        await using var db = database.Read(caller.TenantId);
        var page = await Spec.Page(db.Set<DeliveryRow>().AsNoTracking().Where(row => row.ParkedAt != null), query, ParkedEventView.Of, ct);
        if (page.IsRefused) return page.ToOk(http);
        var records = page.Value.Items.Select(item => item.RecordId).Distinct().ToList();
        var behind = await db.Set<DeliveryRow>().Where(row => records.Contains(row.RecordId) && row.ParkedAt == null)
            .GroupBy(row => new { row.Reaction, row.RecordId }).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(ct);
        return page.Then(p => p with
        {
            Items = [.. p.Items.Select(item => item with
            {
                Waiting = behind.Where(b => b.Key.Reaction == item.Reaction && b.Key.RecordId == item.RecordId).Sum(b => b.Count),
            })],
        }).ToOk(http);
    }

    static async Task<IResult> Retry(HttpContext http, Guid id, Caller caller, Database database, TimeProvider clock, CancellationToken ct) =>
        (await database.Write<ParkedEventView>(caller.Writes(), async (db, inner) =>
        {
            if (await Parked(db, id, inner) is not { } row) return NotFound();
            row.ParkedAt = null;
            row.Attempts = 0;
            row.NextTryAt = clock.UtcNow();
            db.Note("ParkedEvent", row.Id, "Retried", new { row.Reaction, row.Name, row.EventId, row.RecordId });
            return ParkedEventView.Of(row);
        }, ct)).ToOk(http);

    static async Task<IResult> Skip(HttpContext http, Guid id, Caller caller, Database database, TimeProvider clock, CancellationToken ct) =>
        (await database.Write<ParkedEventView>(caller.Writes(), async (db, inner) =>
        {
            if (await Parked(db, id, inner) is not { } row) return NotFound();
            // The inbox mark keeps it from coming back; the audit says who gave it up and what it was.
            db.Add(new InboxRow { TenantId = row.TenantId, Reaction = row.Reaction, EventId = row.EventId, At = clock.UtcNow() });
            db.Remove(row);
            db.Note("ParkedEvent", row.Id, "Skipped", new { row.Reaction, row.Name, row.EventId, row.RecordId });
            return ParkedEventView.Of(row);
        }, ct)).ToOk(http);

    static Task<DeliveryRow?> Parked(CrmDb db, Guid id, CancellationToken ct) =>
        db.Set<DeliveryRow>().SingleOrDefaultAsync(row => row.Id == id && row.ParkedAt != null, ct);

    static Refusal NotFound() => Refusal.NotFound("events/not-parked", "There is no such parked event.");
}
