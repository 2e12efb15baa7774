using Crm.Platform;

namespace Crm.Activities.Domain;

/// <summary>How a task comes to its end (domain.md 20): decides and returns, touches nothing.</summary>
internal static class TaskRules
{
    public const int MaxAssignees = 50;
    public const int TitleLength = 200;
    public const int TextLength = 4000;
    public const int ResultLength = 1000;

    /// <summary>Whether the parts that are done end the task.</summary>
    internal static bool IsDone(CompletionPolicy policy, IReadOnlyCollection<Assignment> parts)
    {
        var done = parts.Count(part => part.DoneAt is not null);
        return policy == CompletionPolicy.Any ? done > 0 : done == parts.Count;
    }

    /// <summary>A member says that it is done. An assignee finishes the own part; who answers for the task (its owner, or a superior) finishes it whole.</summary>
    internal static Outcome<TaskEnd> Complete(TaskState state, CompletionPolicy policy, IReadOnlyCollection<Assignment> parts, Guid memberId, bool answers, DateTime nowUtc)
    {
        if (state != TaskState.Open) return NotOpen(state);
        var own = parts.FirstOrDefault(part => part.MemberId == memberId);
        if (own is null)
        {
            return answers
                ? new TaskEnd(parts, true)
                : Refusal.Forbidden("tasks/not-yours", "The task is neither assigned to you nor yours to answer for.");
        }
        if (own.DoneAt is not null) return Refusal.Conflict("tasks/part-done", "You have finished your part already.");
        IReadOnlyCollection<Assignment> after = [.. parts.Select(part => part == own ? part with { DoneAt = nowUtc } : part)];
        return new TaskEnd(after, IsDone(policy, after));
    }

    /// <summary>
    /// A member takes the own word back that it is done: the part is to do again, what others did stays, and a task that the word had ended is
    /// open again.
    /// </summary>
    internal static Outcome<TaskEnd> TakeBack(TaskState state, CompletionPolicy policy, IReadOnlyCollection<Assignment> parts, Guid memberId, Guid? endedBy)
    {
        if (state == TaskState.Cancelled) return NotOpen(state);
        var own = parts.FirstOrDefault(part => part.MemberId == memberId);
        if (own is null or { DoneAt: null })
        {
            return state == TaskState.Done && endedBy == memberId
                ? new TaskEnd(parts, false)
                : Refusal.Conflict("tasks/nothing-to-take-back", "You have finished nothing of the task.");
        }
        IReadOnlyCollection<Assignment> after = [.. parts.Select(part => part == own ? part with { DoneAt = null } : part)];
        // What the others did may still end it, and so may one who answers for it and ended it whole.
        var stays = IsDone(policy, after) || (!IsDone(policy, parts) && endedBy != memberId);
        return new TaskEnd(after, state == TaskState.Done && stays);
    }

    /// <summary>An ended task is opened again with every part to do.</summary>
    internal static Outcome<IReadOnlyCollection<Assignment>> Reopen(TaskState state, IReadOnlyCollection<Assignment> parts) =>
        state == TaskState.Open
            ? Refusal.Conflict("tasks/open", "The task is open.")
            : Outcome<IReadOnlyCollection<Assignment>>.Of([.. parts.Select(part => part with { DoneAt = null })]);

    /// <summary>After a change of assignees: who stays keeps what was done, and an open task that so has nothing left to do ends.</summary>
    internal static IReadOnlyCollection<Assignment> Reassign(IReadOnlyCollection<Assignment> parts, IEnumerable<Guid> memberIds) =>
        [.. memberIds.Distinct().Select(id => parts.FirstOrDefault(part => part.MemberId == id) ?? new Assignment(id, null))];

    internal static Refusal NotOpen(TaskState state) => Refusal.Conflict("tasks/not-open", $"The task is {state}.");
}
