using System.Text.Json;
using Crm.Contracts.Activities;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Importing;
using Crm.Platform.Jobs;
using Crm.Platform.Records;
using Crm.Platform.Security;

namespace Crm.Activities.UseCases.Tasks;

/// <summary>Does one thing with many tasks, some of them a transaction, by the same rules as with one. What one task refuses stops no other.</summary>
internal sealed class TaskBulkJob(RecordKinds kinds, INotifications notifications) : IJobKind
{
    internal const string Name = "bulk-tasks";

    /// <summary>So few that on SQLite nobody waits long for the writer.</summary>
    const int RowsAtOnce = 25;

    /// <summary>How often rows that lost against another writer are read and decided anew.</summary>
    const int Rounds = 5;

    public string Kind => Name;

    public async Task<Outcome<Nothing>> Run(JobRun run, CancellationToken ct)
    {
        var work = run.Input<BulkWork>();
        var caller = work.As.Caller(run.TenantId, run.JobId);
        var change = ChangeOf(work, caller);
        await run.Expect(work.Ids.Count, ct);
        for (var done = run.Checkpoint<Checkpoint>()?.Done ?? 0; done < work.Ids.Count; done += RowsAtOnce)
            await Some(run, caller, change, [.. work.Ids.Skip(done).Take(RowsAtOnce)], done, ct);
        return Nothing.Value;
    }

    TaskChange ChangeOf(BulkWork work, Caller caller) => work.Verb switch
    {
        BulkVerb.Complete => EndTasks.Completing(caller, work.Result, notifications),
        BulkVerb.TakeBack => EndTasks.TakingBack(caller, notifications),
        BulkVerb.Reassign => WriteTasks.Editing(caller, fields => fields with { AssigneeIds = work.AssigneeIds }, notifications),
        _ => WriteTasks.Editing(caller, fields => fields with { DueAt = work.DueAt }, notifications),
    };

    async Task Some(JobRun run, Caller caller, TaskChange change, IReadOnlyList<Guid> ids, int before, CancellationToken ct)
    {
        for (var round = 1; ; round++)
        {
            try
            {
                await run.Step(async (db, step, inner) =>
                {
                    for (var i = 0; i < ids.Count; i++) step.Add(Result(before + i + 1, ids[i], await One(db, caller, change, ids[i], inner)));
                    step.Checkpoint = new Checkpoint(before + ids.Count);
                }, ct);
                return;
            }
            catch (Exception e) when (round < Rounds && WriteConflict.Explains(e))
            {
                // Somebody else changed one of them in between: all of these are read and decided anew.
            }
        }
    }

    async Task<Refusal?> One(CrmDb db, Caller caller, TaskChange change, Guid id, CancellationToken ct) =>
        await TaskAccess.Find(db, caller, kinds, id, ct) is { Row: { ArchivedAt: null } row, Parts: var parts }
            ? await TaskEnding.Change(db, row, parts, change, ct)
            : WorkTaskView.NotFound;

    static JobResultRow Result(long no, Guid id, Refusal? refusal) => new()
    {
        No = no,
        IsFailed = refusal is not null,
        Outcome = refusal is null ? "Updated" : "Refused",
        RecordId = id,
        Notes = refusal is null ? null : JsonSerializer.Serialize(new JobResultNotes { Reasons = [new RowReason("", refusal.Code, refusal.Detail)] }, StoredJson.Options),
    };

    sealed record Checkpoint(int Done);
}
