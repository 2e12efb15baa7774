using System.Globalization;
using Crm.Activities.Data;
using Crm.Activities.Domain;
using Crm.Activities.UseCases.Activities;
using Crm.Activities.UseCases.Tasks;
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

namespace Crm.Activities.UseCases.Timelines;

/// <summary>Activities and tasks of one record, or of a customer with all that belongs to it, newest first. Who sees the record sees its timeline.</summary>
internal static class GetTimeline
{
    const string Customer = "Customer";
    const string Contact = "Contact";
    const int CountCap = 100_000;

    internal static void Map(RouteGroupBuilder group) =>
        group.MapGet("/timeline", Handle).WithName(nameof(GetTimeline))
            .WithSummary("Activities and tasks of a record, newest first; of a customer with those of its contacts and opportunities, of a contact with those in which it took part.")
            .Requires(Permission.ReadActivities).Answers<Page<TimelineEntry>>().Refuses(RefusalKind.NotFound);

    /// <param name="recordKind">Customer, Opportunity or another kind that takes activities.</param>
    /// <param name="recordId">The record.</param>
    /// <param name="kind">Only entries of this kind.</param>
    /// <param name="limit">1 to 200, default 50.</param>
    /// <param name="cursor">nextCursor of the page before.</param>
    /// <param name="count">true: totalCount, counted up to 100,000.</param>
    static async Task<IResult> Handle(
        string recordKind, Guid recordId, TimelineKind? kind, int? limit, string? cursor, bool? count, Caller caller, Database database, RecordKinds kinds, HttpContext http, CancellationToken ct)
    {
        var size = limit ?? 50;
        if (size is < 1 or > 200) return Refusal.Field("limit", "request/bad-limit", "A limit is 1 to 200.").ToProblem();
        if (!Before.TryRead(cursor, out var before)) return Refusal.Field("cursor", "request/bad-cursor", "The cursor is not one that this list gave.").ToProblem();
        if (kind is { } asked && !Enum.IsDefined(asked))
            return Refusal.Field("kind", "request/bad-value", $"Is none of {string.Join(", ", Enum.GetNames<TimelineKind>())}.").ToProblem();
        await using var db = database.Read(caller.TenantId);
        var found = await kinds.Find(db, caller, recordKind, recordId, ct);
        if (found.Refused(out var refusal)) return refusal.ToProblem();
        var record = found.Value;

        // Each source gives a page of its own index range; the page is the newest of both.
        var activities = await Activities(db, record, kind, before).Take(size + 1).ToListAsync(ct);
        var tasks = await Tasks(db, record, kind, before).Take(size + 1).ToListAsync(ct);
        var newest = activities.Select(row => (row.At, row.Id)).Concat(tasks.Select(row => (At: row.TimelineAt, row.Id)))
            .OrderByDescending(key => key.At).ThenByDescending(key => key.Id, Before.IdOrder).Take(size + 1).ToList();
        var more = newest.Count > size;
        if (more) newest.RemoveAt(size);
        int? total = count == true
            ? await Activities(db, record, kind, null).Take(CountCap + 1).CountAsync(ct) + await Tasks(db, record, kind, null).Take(CountCap + 1).CountAsync(ct)
            : null;
        var ids = newest.Select(key => key.Id).ToHashSet();
        var activityViews = (await ActivityAccess.View(db, caller, kinds, [.. activities.Where(row => ids.Contains(row.Id))], ct)).ToDictionary(view => view.Id);
        var taskViews = (await TaskAccess.View(db, caller, kinds, [.. tasks.Where(row => ids.Contains(row.Id))], ct)).ToDictionary(view => view.Id);
        return Outcome<Page<TimelineEntry>>.Of(new Page<TimelineEntry>
        {
            Items = [.. newest.Select(key => new TimelineEntry { At = key.At, Activity = activityViews.GetValueOrDefault(key.Id), Task = taskViews.GetValueOrDefault(key.Id) })],
            TotalCount = total is { } n ? Math.Min(n, CountCap) : null,
            TotalIsCapped = total is { } m ? m > CountCap : null,
            NextCursor = more ? new Before(newest[^1].At, newest[^1].Id).Write() : null,
        }).ToOk(http);
    }

    static IQueryable<Activity> Activities(CrmDb db, RecordRef record, TimelineKind? kind, Before? before)
    {
        var rows = db.Set<Activity>().AsNoTracking().Where(row => row.ArchivedAt == null);
        if (kind is { } only)
        {
            // Tasks are no kind of activity: of them none is kept here.
            ActivityKind? wanted = Enum.TryParse<ActivityKind>(only.ToString(), out var named) ? named : null;
            rows = rows.Where(row => row.Kind == wanted);
        }
        var (recordKind, id) = (record.Kind, record.Id);
        // Where a contact took part counts within its own customer, whose timeline shows it to the same readers.
        rows = recordKind switch
        {
            Customer => rows.Where(row => row.CustomerId == id),
            Contact => rows.Where(row => row.CustomerId == record.CustomerId && (row.RecordKind == Contact && row.RecordId == id
                || db.Set<Participant>().Any(person => person.PersonId == id && person.IsContact && person.ActivityId == row.Id))),
            _ => rows.Where(row => row.RecordKind == recordKind && row.RecordId == id),
        };
        if (before is { At: var at, Id: var last }) rows = rows.Where(row => row.At <= at && (row.At < at || row.Id < last));
        return rows.OrderByDescending(row => row.At).ThenByDescending(row => row.Id);
    }

    static IQueryable<WorkTask> Tasks(CrmDb db, RecordRef record, TimelineKind? kind, Before? before)
    {
        var rows = db.Set<WorkTask>().AsNoTracking().Where(row => row.ArchivedAt == null);
        if (kind is not (null or TimelineKind.Task)) rows = rows.Where(_ => false);
        var (recordKind, id) = (record.Kind, record.Id);
        rows = recordKind == Customer ? rows.Where(row => row.CustomerId == id) : rows.Where(row => row.RecordKind == recordKind && row.RecordId == id);
        if (before is { At: var at, Id: var last }) rows = rows.Where(row => row.TimelineAt <= at && (row.TimelineAt < at || row.Id < last));
        return rows.OrderByDescending(row => row.TimelineAt).ThenByDescending(row => row.Id);
    }

    /// <summary>Where a page ended.</summary>
    sealed record Before(DateTime At, Guid Id)
    {
        /// <summary>Ids in the order of every engine here: by their bytes as written.</summary>
        public static IComparer<Guid> IdOrder { get; } = Comparer<Guid>.Create((a, b) => string.CompareOrdinal(a.ToString("N"), b.ToString("N")));

        public string Write() => string.Create(CultureInfo.InvariantCulture, $"{At.Ticks}_{Id:N}");

        public static bool TryRead(string? text, out Before? before)
        {
            before = null;
            if (text is null) return true;
            var cut = text.IndexOf('_', StringComparison.Ordinal);
            if (cut < 0 || !long.TryParse(text[..cut], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) || ticks > DateTime.MaxValue.Ticks
                || !Guid.TryParseExact(text[(cut + 1)..], "N", out var id)) return false;
            before = new Before(new DateTime(ticks, DateTimeKind.Utc), id);
            return true;
        }
    }
}
