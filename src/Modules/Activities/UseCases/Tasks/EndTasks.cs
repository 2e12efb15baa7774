using Crm.Activities.Domain;
using Crm.Activities.Notifying;
using Crm.Contracts.Activities;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Http;
using Crm.Platform.Records;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Crm.Activities.UseCases.Tasks;

/// <summary>Completes, cancels and reopens tasks.</summary>
internal static class EndTasks
{
    internal sealed record Completion
    {
        /// <summary>What came of it; at most 1,000 characters.</summary>
        public string? Result { get; init; }
    }

    internal sealed record Cancellation
    {
        /// <summary>Why it is not to be done; at most 1,000 characters.</summary>
        public required string Reason { get; init; }
    }

    internal static void Map(RouteGroupBuilder group)
    {
        group.MapPost("/tasks/{id:guid}/complete", Complete).WithName("CompleteTask")
            .WithSummary("Finishes the caller's part of a task, and the task when the policy says so; who answers for it without a part finishes it whole.")
            .Requires(Permission.WriteActivities).RequireIfMatch().Answers<WorkTaskView>().Refuses(RefusalKind.NotFound, RefusalKind.Conflict);
        group.MapPost("/tasks/{id:guid}/cancel", Cancel).WithName("CancelTask").WithSummary("Gives a task up, with a reason.")
            .Requires(Permission.WriteActivities).RequireIfMatch().Answers<WorkTaskView>().Refuses(RefusalKind.NotFound, RefusalKind.Conflict);
        group.MapPost("/tasks/{id:guid}/take-back", TakeBack).WithName("TakeBackTask")
            .WithSummary("Takes the caller's own completion back: the part is to do again, what others did stays, and a task that it had ended is open again.")
            .Requires(Permission.WriteActivities).RequireIfMatch().Answers<WorkTaskView>().Refuses(RefusalKind.NotFound, RefusalKind.Conflict);
        group.MapPost("/tasks/{id:guid}/reopen", Reopen).WithName("ReopenTask").WithSummary("Opens an ended task again, every part to do.")
            .Requires(Permission.WriteActivities).RequireIfMatch().Answers<WorkTaskView>().Refuses(RefusalKind.NotFound, RefusalKind.Conflict);
    }

    static Task<IResult> Complete(
        Guid id, Completion request, ExpectedVersion version, Caller caller, Database database, RecordKinds kinds, INotifications notifications, HttpContext http, CancellationToken ct) =>
        CheckResult(request.Result) is { } invalid
            ? Task.FromResult(invalid.ToProblem())
            : Alter(id, version, caller, database, kinds, http, Completing(caller, request.Result, notifications), ct);

    internal static Refusal? CheckResult(string? result) =>
        new FieldErrors().Optional("result", result, TaskRules.ResultLength, lines: true).ToRefusal("tasks/invalid");

    internal static TaskChange Completing(Caller caller, string? result, INotifications notifications) => (db, row, parts) =>
    {
        var decided = TaskRules.Complete(row.State, row.Completion, TaskEnding.Parts(parts), caller.MemberId, WorkAccess.Answers(caller, row), db.UtcNow());
        if (decided.Refused(out var refusal)) return refusal;
        TaskEnding.Write(decided.Value.Parts, parts);
        row.Result = result ?? row.Result;
        if (!decided.Value.Done)
            return Outcome<Telling>.Of((saved, token) => notifications.Withdraw(saved, TaskNotices.RecordKind, row.Id, [caller.MemberId], token));
        TaskEnding.End(row, TaskState.Done, caller.MemberId, db.UtcNow());
        return Outcome<Telling>.Of((saved, token) => TaskEnding.TellEnd(saved, row, parts, caller.MemberId, notifications, token));
    };

    static Task<IResult> Cancel(
        Guid id, Cancellation request, ExpectedVersion version, Caller caller, Database database, RecordKinds kinds, INotifications notifications, HttpContext http, CancellationToken ct) =>
        Alter(id, version, caller, database, kinds, http, (db, row, parts) =>
        {
            if (new FieldErrors().Required("reason", request.Reason, TaskRules.ResultLength, lines: true).ToRefusal("tasks/invalid") is { } invalid) return invalid;
            if (!WorkAccess.Answers(caller, row)) return TaskAccess.NotYours;
            if (row.State != TaskState.Open) return TaskRules.NotOpen(row.State);
            row.Result = request.Reason;
            TaskEnding.End(row, TaskState.Cancelled, caller.MemberId, db.UtcNow());
            return Outcome<Telling>.Of((saved, token) => TaskEnding.TellEnd(saved, row, parts, caller.MemberId, notifications, token));
        }, ct);

    static Task<IResult> TakeBack(
        Guid id, ExpectedVersion version, Caller caller, Database database, RecordKinds kinds, INotifications notifications, HttpContext http, CancellationToken ct) =>
        Alter(id, version, caller, database, kinds, http, TakingBack(caller, notifications), ct);

    internal static TaskChange TakingBack(Caller caller, INotifications notifications) => (_, row, parts) =>
    {
        var decided = TaskRules.TakeBack(row.State, row.Completion, TaskEnding.Parts(parts), caller.MemberId, row.EndedBy);
        if (decided.Refused(out var refusal)) return refusal;
        TaskEnding.Write(decided.Value.Parts, parts);
        if (row.State == TaskState.Open || decided.Value.Done) return Outcome<Telling>.Of((_, _) => Task.CompletedTask);
        TaskEnding.Reopen(row);
        return Outcome<Telling>.Of((saved, token) => notifications.Intend(saved, TaskNotices.Reopened(row, parts.Select(part => part.MemberId), caller.MemberId), token));
    };

    static Task<IResult> Reopen(
        Guid id, ExpectedVersion version, Caller caller, Database database, RecordKinds kinds, INotifications notifications, HttpContext http, CancellationToken ct) =>
        Alter(id, version, caller, database, kinds, http, (db, row, parts) =>
        {
            if (!WorkAccess.Answers(caller, row) && parts.All(part => part.MemberId != caller.MemberId)) return TaskAccess.NotYours;
            var decided = TaskRules.Reopen(row.State, TaskEnding.Parts(parts));
            if (decided.Refused(out var refusal)) return refusal;
            TaskEnding.Write(decided.Value, parts);
            TaskEnding.Reopen(row);
            return Outcome<Telling>.Of((saved, token) => notifications.Intend(saved, TaskNotices.Reopened(row, parts.Select(part => part.MemberId), caller.MemberId), token));
        }, ct);

    static async Task<IResult> Alter(
        Guid id, ExpectedVersion version, Caller caller, Database database, RecordKinds kinds, HttpContext http, TaskChange change, CancellationToken ct) =>
        (await database.Write<WorkTaskView>(caller.Writes(), async (db, token) =>
        {
            if (await TaskAccess.Find(db, caller, kinds, id, token) is not { Row.ArchivedAt: null } found) return WorkTaskView.NotFound;
            if (version.Check(found.Row.Version) is { } stale) return stale;
            if (await TaskEnding.Change(db, found.Row, found.Parts, change, token) is { } refusal) return refusal;
            return (await TaskAccess.View(db, caller, kinds, [found.Row], token))[0];
        }, ct)).ToOk(http);
}
