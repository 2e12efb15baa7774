using Crm.Activities.Data;
using Crm.Contracts.Activities;

namespace Crm.Activities.Notifying;

/// <summary>What members are told of tasks. Keys carry the task's version: an assignment after a reopening is news again.</summary>
internal static class TaskNotices
{
    internal const string RecordKind = "Task";

    internal static Notice[] Assigned(WorkTask task, IEnumerable<Guid> memberIds, Guid actorId) =>
        [.. memberIds.Where(member => member != actorId).Select(member => Of(task, member, "task.assigned", actorId))];

    internal static Notice[] Reopened(WorkTask task, IEnumerable<Guid> memberIds, Guid actorId) =>
        [.. memberIds.Append(task.OwnerId).Distinct().Where(member => member != actorId).Select(member => Of(task, member, "task.reopened", actorId))];

    /// <summary>Whoever answers for it hears that it has ended; of a task that is given up also those who were still to do it.</summary>
    internal static Notice[] Ended(WorkTask task, IEnumerable<Guid> stillToDo, Guid actorId) => task.State == Domain.TaskState.Done
        ? task.OwnerId == actorId ? [] : [Of(task, task.OwnerId, "task.done", actorId)]
        : [.. stillToDo.Append(task.OwnerId).Distinct().Where(member => member != actorId).Select(member => Of(task, member, "task.cancelled", actorId))];

    static Notice Of(WorkTask task, Guid recipientId, string kind, Guid actorId) => new()
    {
        RecipientId = recipientId,
        Kind = kind,
        Key = $"{kind}:{task.Id}:{task.Version}",
        RecordKind = RecordKind,
        RecordId = task.Id,
        ActorId = actorId,
    };
}
