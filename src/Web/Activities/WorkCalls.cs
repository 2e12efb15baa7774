using Crm.Web.Parts;
using Crm.Web.Text;

namespace Crm.Web.Activities;

/// <summary>One-click changes of activities and tasks, each of which can be taken back from its message.</summary>
internal sealed class WorkCalls(Client.CrmClient client, Sessions.Session session, Toasts toasts)
{
    /// <summary>Finishes the reader's part of a task, or the task. Null when it was refused, which has been said.</summary>
    /// <param name="task">As it was read.</param>
    /// <param name="t">Words for the message.</param>
    /// <param name="undone">Gets the task when it was taken back.</param>
    public async Task<Client.WorkTask?> Finish(Client.WorkTask task, Texts t, Func<Client.WorkTask, Task> undone)
    {
        if (await Try(t, () => client.CompleteTaskAsync(task.Id, Client.CrmClient.ETag(task.Version), new Client.Completion())) is not { } after) return null;
        toasts.Done(after.State == Client.TaskState.Done ? t.TaskDone(after.Title) : t.PartDone(after.Title), async () =>
        {
            if (await Try(t, () => client.TakeBackTaskAsync(after.Id, Client.CrmClient.ETag(after.Version))) is { } back) await undone(back);
        });
        return after;
    }

    public async Task<Client.WorkTask?> Archive(Client.WorkTask task, Texts t, Func<Client.WorkTask, Task> undone)
    {
        if (await Try(t, () => client.ArchiveTaskAsync(task.Id, Client.CrmClient.ETag(task.Version))) is not { } after) return null;
        toasts.Done(t.TaskArchived, async () =>
        {
            if (await Try(t, () => client.RestoreTaskAsync(after.Id, Client.CrmClient.ETag(after.Version))) is { } back) await undone(back);
        });
        return after;
    }

    public async Task<Client.Activity?> Archive(Client.Activity activity, Texts t, Func<Client.Activity, Task> undone)
    {
        if (await Try(t, () => client.ArchiveActivityAsync(activity.Id, Client.CrmClient.ETag(activity.Version))) is not { } after) return null;
        toasts.Done(t.ActivityArchived, async () =>
        {
            if (await Try(t, () => client.RestoreActivityAsync(after.Id, Client.CrmClient.ETag(after.Version))) is { } back) await undone(back);
        });
        return after;
    }

    /// <summary>Whether the reader has a part in the task that is still to do.</summary>
    public bool IsMineToDo(Client.WorkTask task) =>
        task.State == Client.TaskState.Open && task.Assignees.Any(part => part.MemberId == session.Me?.Id && part.DoneAt is null);

    /// <summary>Whether the reader can finish it: by a part of the own, or by answering for it.</summary>
    public bool MayFinish(Client.WorkTask task) => session.May("WriteActivities") && task.State == Client.TaskState.Open
        && (IsMineToDo(task) || (task.OwnerId == session.Me?.Id && task.Assignees.All(part => part.MemberId != session.Me?.Id)));

    /// <summary>The instant of a time of day by the company's clock.</summary>
    public DateTimeOffset Instant(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, session.Zone.GetUtcOffset(local)).ToUniversalTime();
    }

    private async Task<TAnswer?> Try<TAnswer>(Texts t, Func<Task<TAnswer>> call)
        where TAnswer : class
    {
        try
        {
            return await call();
        }
        catch (Exception e) when (Trouble.Read(e) is { } trouble)
        {
            toasts.Refused(trouble.IsStale ? t.StaleTitle : trouble.Headline(t), trouble.IsStale ? t.StaleReloaded : string.Join(" ", trouble.Lines(t)));
            return null;
        }
    }
}
