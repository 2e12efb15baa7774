using Crm.Activities.Data;
using Crm.Activities.Domain;
using Crm.Activities.Notifying;
using Crm.Contracts.Activities;
using Crm.Contracts.Organization;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Http;
using Crm.Platform.Records;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Crm.Activities.UseCases.Tasks;

/// <summary>Makes, edits and archives tasks. Whoever gets a task by it is told.</summary>
internal static class WriteTasks
{
    internal sealed record NewTask
    {
        /// <summary>Kind of the record it is about; both or neither.</summary>
        public string? RecordKind { get; init; }

        /// <summary>What it is about, when it is about a record; fixed once it is made.</summary>
        public Guid? RecordId { get; init; }

        public required TaskFields Task { get; init; }
    }

    internal static void Map(RouteGroupBuilder group)
    {
        group.MapPost("/tasks", Create).WithName("CreateTask").WithSummary("Makes a task for one or several members, who are told.")
            .Requires(Permission.WriteActivities).Idempotent().Answers<WorkTaskView>(StatusCodes.Status201Created).Refuses(RefusalKind.NotFound, RefusalKind.Unprocessable);
        group.MapPatch("/tasks/{id:guid}", Update).WithName("UpdateTask").WithSummary("Edits a task; new assignees are told, former ones let go.")
            .Requires(Permission.WriteActivities).RequireIfMatch().Answers<WorkTaskView>().Refuses(RefusalKind.NotFound, RefusalKind.Conflict);
        group.MapDelete("/tasks/{id:guid}", (Guid id, ExpectedVersion version, Caller caller, Database database, RecordKinds kinds, INotifications notifications, HttpContext http, CancellationToken ct) =>
                Archive(id, true, version, caller, database, kinds, notifications, http, ct))
            .WithName("ArchiveTask").WithSummary("Archives a task.")
            .Requires(Permission.WriteActivities).RequireIfMatch().Answers<WorkTaskView>().Refuses(RefusalKind.NotFound);
        group.MapPost("/tasks/{id:guid}/restore", (Guid id, ExpectedVersion version, Caller caller, Database database, RecordKinds kinds, INotifications notifications, HttpContext http, CancellationToken ct) =>
                Archive(id, false, version, caller, database, kinds, notifications, http, ct))
            .WithName("RestoreTask").WithSummary("Brings an archived task back.")
            .Requires(Permission.WriteActivities).RequireIfMatch().Answers<WorkTaskView>().Refuses(RefusalKind.NotFound);
    }

    static async Task<IResult> Create(
        NewTask request, Command command, Database database, RecordKinds kinds, IOrganizationDirectory organization, INotifications notifications, HttpContext http, CancellationToken ct)
    {
        var caller = command.Caller;
        var fields = request.Task.AssigneeIds.Count > 0 ? request.Task : request.Task with { AssigneeIds = [caller.MemberId] };
        return (await database.Write<WorkTaskView>(command.Writes, async (db, token) =>
        {
            var now = db.UtcNow();
            if (fields.Check(now).ToRefusal("tasks/invalid") is { } invalid) return invalid;
            if (await CheckAssignees(caller, fields.AssigneeIds, organization, token) is { } unknown) return unknown;
            RecordRef? record = null;
            if (request.RecordKind is null != request.RecordId is null)
                return RecordHalfNamed;
            if (request is { RecordKind: { } kind, RecordId: { } id })
            {
                var found = await kinds.Find(db, caller, kind, id, token);
                if (found.Refused(out var refusal)) return refusal;
                if (found.Value.Archived) return Refusal.Unprocessable("records/archived", "The record is archived and takes nothing new.");
                record = found.Value;
            }
            var row = new WorkTask
            {
                Id = Guid.CreateVersion7(now),
                Title = "",
                RecordKind = record?.Kind,
                RecordId = record?.Id,
                CustomerId = record?.CustomerId,
                OwnerId = caller.MemberId,
                DepartmentId = caller.DepartmentId,
                TimelineAt = now,
            };
            fields.ApplyTo(row);
            db.Add(row);
            var parts = TaskRules.Reassign([], fields.AssigneeIds).Select(part => new AssignmentRow { TaskId = row.Id, MemberId = part.MemberId }).ToList();
            db.AddRange(parts);
            await db.SaveChangesAsync(token);
            await notifications.Intend(db, TaskNotices.Assigned(row, parts.Select(part => part.MemberId), caller.MemberId), token);
            return WorkTaskView.Of(row, parts, record?.Name);
        }, ct)).ToCreated(http);
    }

    static async Task<IResult> Update(
        Guid id, MergePatch<TaskFields> patch, ExpectedVersion version, Caller caller, Database database, RecordKinds kinds, IOrganizationDirectory organization,
        INotifications notifications, HttpContext http, CancellationToken ct) =>
        (await database.Write<WorkTaskView>(caller.Writes(), async (db, token) =>
        {
            if (await TaskAccess.Find(db, caller, kinds, id, token) is not { Row.ArchivedAt: null } found) return WorkTaskView.NotFound;
            var (row, parts) = found;
            if (MayEdit(caller, row) is { } no) return no;
            if (version.Check(row.Version) is { } stale) return stale;
            var patched = patch.ApplyTo(TaskFields.Of(row, parts));
            if (patched.Refused(out var refusal)) return refusal;
            var fields = patched.Value;
            if (fields.Check(db.UtcNow()).When(fields.AssigneeIds.Count == 0, "assigneeIds", "At least one.").ToRefusal("tasks/invalid") is { } invalid) return invalid;
            var added = fields.AssigneeIds.Distinct().Where(member => parts.All(part => part.MemberId != member)).ToList();
            if (await CheckAssignees(caller, added, organization, token) is { } unknown) return unknown;
            if (await TaskEnding.Change(db, row, parts, Editing(caller, _ => fields, notifications), token) is { } refused) return refused;
            return (await TaskAccess.View(db, caller, kinds, [row], token))[0];
        }, ct)).ToOk(http);

    static Refusal? MayEdit(Caller caller, WorkTask row) =>
        !WorkAccess.Answers(caller, row) ? TaskAccess.NotYours : row.State != TaskState.Open ? TaskRules.NotOpen(row.State) : null;

    /// <summary>Changes what is written in a task to fields that have been checked; who gets it by that is told, who is let go is told no more.</summary>
    internal static TaskChange Editing(Caller caller, Func<TaskFields, TaskFields> edit, INotifications notifications) => (db, row, parts) =>
    {
        if (MayEdit(caller, row) is { } no) return no;
        var fields = edit(TaskFields.Of(row, parts));
        fields.ApplyTo(row);
        var added = fields.AssigneeIds.Distinct().Where(member => parts.All(part => part.MemberId != member)).ToList();
        var gone = parts.Where(part => !fields.AssigneeIds.Contains(part.MemberId)).ToList();
        db.RemoveRange(gone);
        var fresh = added.Select(member => new AssignmentRow { TaskId = row.Id, MemberId = member }).ToList();
        db.AddRange(fresh);
        List<AssignmentRow> after = [.. parts.Except(gone), .. fresh];
        if (TaskRules.IsDone(row.Completion, TaskEnding.Parts(after)) && after.Any(part => part.DoneAt is not null))
            TaskEnding.End(row, TaskState.Done, caller.MemberId, db.UtcNow());
        return Outcome<Telling>.Of(async (saved, token) =>
        {
            if (row.State != TaskState.Open) await TaskEnding.TellEnd(saved, row, after, caller.MemberId, notifications, token);
            await notifications.Intend(saved, TaskNotices.Assigned(row, added, caller.MemberId), token);
            if (gone.Count > 0) await notifications.Withdraw(saved, TaskNotices.RecordKind, row.Id, [.. gone.Select(part => part.MemberId)], token);
        });
    };

    static async Task<IResult> Archive(
        Guid id, bool archive, ExpectedVersion version, Caller caller, Database database, RecordKinds kinds, INotifications notifications, HttpContext http, CancellationToken ct) =>
        (await database.Write<WorkTaskView>(caller.Writes(), async (db, token) =>
        {
            if (await TaskAccess.Find(db, caller, kinds, id, token) is not { } found) return WorkTaskView.NotFound;
            if (!WorkAccess.Answers(caller, found.Row)) return TaskAccess.NotYours;
            if (version.Check(found.Row.Version) is { } stale) return stale;
            if (archive != found.Row.ArchivedAt is not null) found.Row.ArchivedAt = archive ? db.UtcNow() : null;
            await db.SaveChangesAsync(token);
            if (archive) await notifications.Withdraw(db, TaskNotices.RecordKind, id, null, token);
            return (await TaskAccess.View(db, caller, kinds, [found.Row], token))[0];
        }, ct)).ToOk(http);

    static Refusal RecordHalfNamed => new FieldErrors()
        .Add("recordKind", "A record is named by its kind and its id.").Add("recordId", "A record is named by its kind and its id.").ToRefusal("tasks/invalid")!;

    internal static async Task<Refusal?> CheckAssignees(Caller caller, IReadOnlyCollection<Guid> ids, IOrganizationDirectory organization, CancellationToken ct)
    {
        if (ids.Count is 0 or > TaskRules.MaxAssignees) return null;
        var members = await organization.Members(caller.TenantId, ids, ct);
        return new FieldErrors()
            .When(ids.Any(id => !members.ContainsKey(id)), "assigneeIds", "There is no such member.")
            .When(members.Values.Any(member => !member.Active), "assigneeIds", "The member is not active and is given nothing new.")
            .ToRefusal("tasks/invalid");
    }
}
