using Crm.Activities.Data;
using Crm.Contracts.Customers;
using Crm.Contracts.Organization;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Http;
using Crm.Platform.Records;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Activities.UseCases.Activities;

/// <summary>Logs, edits and archives activities on records that the caller sees.</summary>
internal static class WriteActivities
{
    internal sealed record NewActivity
    {
        /// <summary><c>Opportunity</c>, <c>Customer</c>, <c>Contact</c> or another kind that takes activities.</summary>
        public required string RecordKind { get; init; }

        /// <summary>What it is about; fixed once it is logged.</summary>
        public required Guid RecordId { get; init; }

        public required ActivityFields Activity { get; init; }
    }

    internal static void Map(RouteGroupBuilder group)
    {
        group.MapPost("/activities", Create).WithName("LogActivity").WithSummary("Logs an activity on a record.")
            .Requires(Permission.WriteActivities).Idempotent().Answers<ActivityView>(StatusCodes.Status201Created).Refuses(RefusalKind.NotFound, RefusalKind.Unprocessable);
        group.MapPatch("/activities/{id:guid}", Update).WithName("UpdateActivity").WithSummary("Edits an activity.")
            .Requires(Permission.WriteActivities).RequireIfMatch().Answers<ActivityView>().Refuses(RefusalKind.NotFound);
        group.MapDelete("/activities/{id:guid}", (Guid id, ExpectedVersion version, Caller caller, Database database, RecordKinds kinds, HttpContext http, CancellationToken ct) =>
                Archive(id, true, version, caller, database, kinds, http, ct))
            .WithName("ArchiveActivity").WithSummary("Archives an activity.")
            .Requires(Permission.WriteActivities).RequireIfMatch().Answers<ActivityView>().Refuses(RefusalKind.NotFound);
        group.MapPost("/activities/{id:guid}/restore", (Guid id, ExpectedVersion version, Caller caller, Database database, RecordKinds kinds, HttpContext http, CancellationToken ct) =>
                Archive(id, false, version, caller, database, kinds, http, ct))
            .WithName("RestoreActivity").WithSummary("Brings an archived activity back.")
            .Requires(Permission.WriteActivities).RequireIfMatch().Answers<ActivityView>().Refuses(RefusalKind.NotFound);
    }

    static async Task<IResult> Create(
        NewActivity request, Command command, Database database, RecordKinds kinds, ICustomerDirectory customers, IOrganizationDirectory organization, HttpContext http, CancellationToken ct)
    {
        var caller = command.Caller;
        return (await database.Write<ActivityView>(command.Writes, async (db, token) =>
        {
            var now = db.UtcNow();
            if (request.Activity.Check(now).ToRefusal("activities/invalid") is { } invalid) return invalid;
            var found = await kinds.Find(db, caller, request.RecordKind, request.RecordId, token);
            if (found.Refused(out var refusal)) return refusal;
            if (found.Value.Archived) return Refusal.Unprocessable("records/archived", "The record is archived and takes nothing new.");
            if (await CheckPeople(db, caller, request.Activity, customers, organization, token) is { } unknown) return unknown;
            var row = new Activity
            {
                Id = Guid.CreateVersion7(now),
                Subject = "",
                RecordKind = found.Value.Kind,
                RecordId = found.Value.Id,
                CustomerId = found.Value.CustomerId,
                OwnerId = caller.MemberId,
                DepartmentId = caller.DepartmentId,
            };
            request.Activity.ApplyTo(row, now);
            db.Add(row);
            var people = People(row.Id, request.Activity);
            db.AddRange(people);
            await db.SaveChangesAsync(token);
            return ActivityView.Of(row, people, found.Value.Name);
        }, ct)).ToCreated(http);
    }

    static async Task<IResult> Update(
        Guid id, MergePatch<ActivityFields> patch, ExpectedVersion version, Caller caller, Database database, RecordKinds kinds, ICustomerDirectory customers,
        IOrganizationDirectory organization, HttpContext http, CancellationToken ct) =>
        (await database.Write<ActivityView>(caller.Writes(), async (db, token) =>
        {
            if (await ActivityAccess.Find(db, caller, kinds, id, token) is not { ArchivedAt: null } row) return ActivityView.NotFound;
            if (!WorkAccess.Answers(caller, row)) return ActivityAccess.NotYours;
            if (version.Check(row.Version) is { } stale) return stale;
            var before = await db.Set<Participant>().AsTracking().Where(person => person.ActivityId == id).ToListAsync(token);
            var patched = patch.ApplyTo(ActivityFields.Of(row, before));
            if (patched.Refused(out var refusal)) return refusal;
            if (patched.Value.Check(db.UtcNow()).ToRefusal("activities/invalid") is { } invalid) return invalid;
            if (await CheckPeople(db, caller, patched.Value, customers, organization, token) is { } unknown) return unknown;
            patched.Value.ApplyTo(row, row.At);
            var after = People(id, patched.Value);
            db.RemoveRange(before.Where(old => after.All(person => person.PersonId != old.PersonId)));
            db.AddRange(after.Where(person => before.All(old => person.PersonId != old.PersonId)));
            // Who took part is of the activity: a change of it alone is a change of the activity.
            db.Entry(row).State = EntityState.Modified;
            await db.SaveChangesAsync(token);
            return (await ActivityAccess.View(db, caller, kinds, [row], token))[0];
        }, ct)).ToOk(http);

    static async Task<IResult> Archive(
        Guid id, bool archive, ExpectedVersion version, Caller caller, Database database, RecordKinds kinds, HttpContext http, CancellationToken ct) =>
        (await database.Write<ActivityView>(caller.Writes(), async (db, token) =>
        {
            if (await ActivityAccess.Find(db, caller, kinds, id, token) is not { } row) return ActivityView.NotFound;
            if (!WorkAccess.Answers(caller, row)) return ActivityAccess.NotYours;
            if (version.Check(row.Version) is { } stale) return stale;
            if (archive != row.ArchivedAt is not null) row.ArchivedAt = archive ? db.UtcNow() : null;
            await db.SaveChangesAsync(token);
            return (await ActivityAccess.View(db, caller, kinds, [row], token))[0];
        }, ct)).ToOk(http);

    static Participant[] People(Guid activityId, ActivityFields fields) =>
    [
        .. fields.ContactIds.Distinct().Select(id => new Participant { ActivityId = activityId, PersonId = id, IsContact = true }),
        .. fields.MemberIds.Distinct().Select(id => new Participant { ActivityId = activityId, PersonId = id }),
    ];

    static async Task<Refusal?> CheckPeople(
        CrmDb db, Caller caller, ActivityFields fields, ICustomerDirectory customers, IOrganizationDirectory organization, CancellationToken ct)
    {
        var contacts = fields.ContactIds.Count == 0 ? null : await customers.FindContacts(db, fields.ContactIds, ct);
        var members = fields.MemberIds.Count == 0 ? null : await organization.Members(caller.TenantId, fields.MemberIds, ct);
        return new FieldErrors()
            .When(contacts is not null && fields.ContactIds.Any(id => !contacts.ContainsKey(id)), "contactIds", "There is no such contact.")
            .When(members is not null && fields.MemberIds.Any(id => !members.ContainsKey(id)), "memberIds", "There is no such member.")
            .ToRefusal("activities/invalid");
    }
}
