using Crm.Activities.Data;
using Crm.Activities.Domain;
using Crm.Activities.UseCases.Tasks;
using Crm.Contracts;
using Crm.Contracts.Activities;
using Crm.Contracts.Organization;
using Crm.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Crm.Activities.Intake;

/// <summary>Takes activities and tasks in with their past. A task ends by the same rule as one whose members finish it now.</summary>
internal sealed class WorkIntakes(IOrganizationDirectory organization, INotifications notifications) : IWorkIntake
{
    public async Task TakeIn(IUnitOfWork unit, IReadOnlyList<ActivityIntake> rows, CancellationToken ct)
    {
        var db = unit.Db();
        var fresh = await Fresh<Activity, ActivityIntake>(db, rows, row => row.Id, ct);
        var members = await organization.Members(db.TenantId, [.. fresh.Select(row => row.OwnerId).Distinct()], ct);
        foreach (var row in fresh)
        {
            db.Add(new Activity
            {
                Id = row.Id,
                Kind = Enum.Parse<ActivityKind>(row.Kind),
                Direction = Enum.Parse<ActivityDirection>(row.Direction),
                Subject = row.Subject,
                Result = row.Result,
                At = row.AtUtc,
                DurationMinutes = row.DurationMinutes,
                RecordKind = row.RecordKind,
                RecordId = row.RecordId,
                CustomerId = row.CustomerId,
                OwnerId = row.OwnerId,
                DepartmentId = members[row.OwnerId].DepartmentId,
                CreatedAt = row.AtUtc,
                CreatedBy = row.OwnerId,
                UpdatedAt = row.AtUtc,
                UpdatedBy = row.OwnerId,
            });
            db.AddRange(row.MemberIds.Distinct().Select(member => new Participant { ActivityId = row.Id, PersonId = member }));
        }
        await db.SaveChangesAsync(ct);
    }

    public async Task TakeIn(IUnitOfWork unit, IReadOnlyList<TaskIntake> rows, DateTime toldSinceUtc, CancellationToken ct)
    {
        var db = unit.Db();
        var fresh = await Fresh<WorkTask, TaskIntake>(db, rows, row => row.Id, ct);
        var members = await organization.Members(db.TenantId, [.. fresh.Select(row => row.OwnerId).Distinct()], ct);
        foreach (var row in fresh)
        {
            var task = Of(row, members[row.OwnerId].DepartmentId);
            db.Add(task);
            db.AddRange(row.Parts.Select(part => new AssignmentRow { TaskId = row.Id, MemberId = part.MemberId, DoneAt = part.DoneAtUtc }));
        }
        await db.SaveChangesAsync(ct);
        await notifications.Intend(db, [.. fresh.SelectMany(Told).Where(notice => notice.NotBeforeUtc >= toldSinceUtc)], ct);
    }

    static WorkTask Of(TaskIntake row, Guid departmentId)
    {
        var policy = Enum.Parse<CompletionPolicy>(row.Completion);
        Assignment[] parts = [.. row.Parts.Select(part => new Assignment(part.MemberId, part.DoneAtUtc))];
        var last = TaskRules.IsDone(policy, parts) ? parts.MaxBy(part => part.DoneAt) : null;
        var task = new WorkTask
        {
            Id = row.Id,
            Title = row.Title,
            Result = row.Result,
            RecordKind = row.RecordKind,
            RecordId = row.RecordId,
            CustomerId = row.CustomerId,
            OwnerId = row.OwnerId,
            DepartmentId = departmentId,
            TimelineAt = row.MadeAtUtc,
            CreatedAt = row.MadeAtUtc,
            CreatedBy = row.OwnerId,
            UpdatedAt = last?.DoneAt ?? row.MadeAtUtc,
            UpdatedBy = last?.MemberId ?? row.OwnerId,
        };
        new TaskFields { Title = row.Title, Priority = Enum.Parse<TaskPriority>(row.Priority), Completion = policy, DueAt = row.DueAtUtc }.ApplyTo(task);
        if (last is not null) TaskEnding.End(task, TaskState.Done, last.MemberId, last.DoneAt!.Value);
        return task;
    }

    static IEnumerable<Notice> Told(TaskIntake row)
    {
        foreach (var part in row.Parts.Where(part => part.MemberId != row.OwnerId))
        {
            yield return Notice(part.MemberId, "task.assigned", row.MadeAtUtc, row.OwnerId);
            if (part.DoneAtUtc is { } done && (row.Completion == nameof(CompletionPolicy.Any) || row.Parts.All(other => other.DoneAtUtc <= done)))
                yield return Notice(row.OwnerId, "task.done", done, part.MemberId);
        }

        Notice Notice(Guid recipient, string kind, DateTime at, Guid actor) => new()
        {
            RecipientId = recipient,
            Kind = kind,
            Key = $"{kind}:{row.Id}:taken-in",
            RecordKind = "Task",
            RecordId = row.Id,
            ActorId = actor,
            NotBeforeUtc = at,
        };
    }

    static async Task<IReadOnlyList<TRow>> Fresh<TEntity, TRow>(CrmDb db, IReadOnlyList<TRow> rows, Func<TRow, Guid> idOf, CancellationToken ct)
        where TEntity : Entity
    {
        var ids = rows.Select(idOf).ToArray();
        var known = (await db.Set<TEntity>().Where(row => ids.Contains(row.Id)).Select(row => row.Id).ToListAsync(ct)).ToHashSet();
        return [.. rows.Where(row => !known.Contains(idOf(row)))];
    }
}
