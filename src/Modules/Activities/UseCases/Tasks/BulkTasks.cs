using Crm.Activities.Data;
using Crm.Activities.Domain;
using Crm.Contracts.Organization;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Http;
using Crm.Platform.Jobs;
using Crm.Platform.Records;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Activities.UseCases.Tasks;

/// <summary>One change of many tasks: a job that answers for every row. An id that the caller does not see refuses the whole before it begins.</summary>
internal static class BulkTasks
{
    const int MaxIds = 10_000;
    const int IdsAtOnce = 500;

    internal sealed record BulkCompletion
    {
        /// <summary>1 to 10,000 tasks.</summary>
        public required IReadOnlyList<Guid> Ids { get; init; }

        /// <summary>What came of them; at most 1,000 characters.</summary>
        public string? Result { get; init; }
    }

    internal sealed record BulkTakeBack
    {
        /// <summary>1 to 10,000 tasks.</summary>
        public required IReadOnlyList<Guid> Ids { get; init; }
    }

    internal sealed record BulkReassignment
    {
        /// <summary>1 to 10,000 tasks.</summary>
        public required IReadOnlyList<Guid> Ids { get; init; }

        /// <summary>Who is to do them in place of those who were: 1 to 50 active members. Who stays keeps what was done.</summary>
        public required IReadOnlyList<Guid> AssigneeIds { get; init; }
    }

    internal sealed record BulkRescheduling
    {
        /// <summary>1 to 10,000 tasks.</summary>
        public required IReadOnlyList<Guid> Ids { get; init; }

        /// <summary>When they are to be done, within ten years; null: no longer by a certain time.</summary>
        public DateTime? DueAt { get; init; }
    }

    internal static void Map(RouteGroupBuilder group)
    {
        Post(group, "complete", (BulkCompletion request, Command command, Asking asking, HttpContext http, CancellationToken ct) =>
                asking.Start(new BulkWork { As = AskedAs.Of(command.Caller), Ids = request.Ids, Verb = BulkVerb.Complete, Result = request.Result }, command, http, ct))
            .WithName("BulkCompleteTasks").WithSummary("Finishes the caller's part of many tasks, as CompleteTask does of one: a job with a result per task.");
        Post(group, "take-back", (BulkTakeBack request, Command command, Asking asking, HttpContext http, CancellationToken ct) =>
                asking.Start(new BulkWork { As = AskedAs.Of(command.Caller), Ids = request.Ids, Verb = BulkVerb.TakeBack }, command, http, ct))
            .WithName("BulkTakeBackTasks").WithSummary("Takes the caller's completion of many tasks back, as TakeBackTask does of one: a job with a result per task.");
        Post(group, "reassign", (BulkReassignment request, Command command, Asking asking, HttpContext http, CancellationToken ct) =>
                asking.Start(new BulkWork { As = AskedAs.Of(command.Caller), Ids = request.Ids, Verb = BulkVerb.Reassign, AssigneeIds = request.AssigneeIds }, command, http, ct))
            .WithName("BulkReassignTasks").WithSummary("Gives many open tasks to other members, who are told: a job with a result per task.");
        Post(group, "reschedule", (BulkRescheduling request, Command command, Asking asking, HttpContext http, CancellationToken ct) =>
                asking.Start(new BulkWork { As = AskedAs.Of(command.Caller), Ids = request.Ids, Verb = BulkVerb.Reschedule, DueAt = request.DueAt }, command, http, ct))
            .WithName("BulkRescheduleTasks").WithSummary("Moves the due instant of many open tasks: a job with a result per task.");
    }

    static RouteHandlerBuilder Post(RouteGroupBuilder group, string verb, Delegate handler) => group.MapPost($"/tasks/bulk-{verb}", handler)
        .Requires(Permission.WriteActivities).Idempotent().Answers<JobView>(StatusCodes.Status202Accepted).Refuses(RefusalKind.NotFound);

    /// <summary>What it takes to ask for such a job.</summary>
    internal sealed class Asking(Database database, JobQueue jobs, RecordKinds kinds, IOrganizationDirectory organization)
    {
        internal async Task<IResult> Start(BulkWork work, Command command, HttpContext http, CancellationToken ct)
        {
            var outcome = await database.Write<JobView>(command.Writes, async (db, token) =>
            {
                if (Check(work, db.UtcNow()) is { } invalid) return invalid;
                if (await WriteTasks.CheckAssignees(command.Caller, work.AssigneeIds, organization, token) is { } unknown) return unknown;
                if (await Unseen(db, command.Caller, work.Ids, token) is { } hidden) return hidden;
                return JobView.Of(jobs.Add(db, TaskBulkJob.Name, work with { Ids = [.. work.Ids.Distinct()] }));
            }, ct);
            if (!outcome.IsRefused) jobs.Wake();
            return outcome.ToAccepted(outcome.IsRefused ? http.Request.Path : $"/api/v1/jobs/{outcome.Value.Id}");
        }

        static Refusal? Check(BulkWork work, DateTime nowUtc) => new FieldErrors()
            .When(work.Ids.Count is 0 or > MaxIds, "ids", $"1 to {MaxIds}.")
            .Optional("result", work.Result, TaskRules.ResultLength, lines: true)
            .When(work.Verb == BulkVerb.Reassign && work.AssigneeIds.Count == 0, "assigneeIds", "At least one.")
            .When(work.AssigneeIds.Distinct().Count() > TaskRules.MaxAssignees, "assigneeIds", $"At most {TaskRules.MaxAssignees}.")
            .When(work.DueAt is { } due && !TaskFields.IsSoon(due, nowUtc), "dueAt", "Lies within ten years.")
            .ToRefusal("tasks/invalid");

        async Task<Refusal?> Unseen(CrmDb db, Caller caller, IReadOnlyList<Guid> ids, CancellationToken ct)
        {
            foreach (var some in ids.Distinct().Chunk(IdsAtOnce))
            {
                var own = await TaskAccess.Own(db, caller).Where(row => some.Contains(row.Id) && row.ArchivedAt == null).Select(row => row.Id).ToListAsync(ct);
                var rest = some.Except(own).ToArray();
                if (rest.Length == 0) continue;
                // The others may stand on a record that the caller sees.
                var others = await db.Set<WorkTask>().AsNoTracking().Where(row => rest.Contains(row.Id) && row.ArchivedAt == null && row.RecordKind != null)
                    .Select(row => new { row.Id, Kind = row.RecordKind!, Record = row.RecordId!.Value }).ToListAsync(ct);
                var seen = await kinds.Find(db, caller, others.Select(row => (row.Kind, row.Record)), ct);
                var found = others.Where(row => seen.ContainsKey((row.Kind, row.Record))).Select(row => row.Id).ToHashSet();
                if (rest.FirstOrDefault(id => !found.Contains(id)) is var missing && missing != Guid.Empty)
                    return Refusal.NotFound("tasks/not-found", $"There is no task {missing}.");
            }
            return null;
        }
    }
}
