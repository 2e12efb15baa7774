using Crm.Activities.Data;
using Crm.Activities.Domain;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Http;
using Crm.Platform.Lists;
using Crm.Platform.Records;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Crm.Activities.UseCases.Tasks;

/// <summary>Tasks within the caller's scope, or all of one record that the caller sees.</summary>
internal static class ListTasks
{
    static readonly ListSpec<WorkTask> Spec = new ListSpec<WorkTask>()
        .Filter("state", row => row.State)
        .Filter("priority", row => row.Priority)
        .Filter("recordKind", row => row.RecordKind)
        .Filter("recordId", row => row.RecordId)
        .Filter("customerId", row => row.CustomerId)
        .Filter("ownerId", row => row.OwnerId)
        .Filter("departmentId", row => row.DepartmentId)
        .Filter("dueAt", row => row.DueAt)
        .Filter("createdAt", row => row.CreatedAt)
        .Filter<Guid>("assigneeId", "Tasks that are given to this member, done or not.",
            (db, member) => row => db.Set<AssignmentRow>().Any(part => part.MemberId == member && part.TaskId == row.Id))
        .Filter<Guid>("toDoBy", "Open tasks of which this member's part is still to do.",
            (db, member) => row => row.State == TaskState.Open
                && db.Set<AssignmentRow>().Any(part => part.MemberId == member && part.DoneAt == null && part.TaskId == row.Id))
        .Sort("dueAt", row => row.DueRank)
        .Sort("createdAt", row => row.CreatedAt)
        .Sort("updatedAt", row => row.UpdatedAt);

    internal static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/tasks", List).WithName(nameof(ListTasks)).WithSummary("Lists tasks within the caller's scope; with recordKind and recordId all of that record.")
            .Requires(Permission.ReadActivities).Lists(Spec).Answers<Page<WorkTaskView>>();
        group.MapGet("/tasks/{id:guid}", Get).WithName("GetTask").WithSummary("Reads a task.")
            .Requires(Permission.ReadActivities).Answers<WorkTaskView>().Refuses(RefusalKind.NotFound);
    }

    static async Task<IResult> List(ListQuery query, Caller caller, Database database, RecordKinds kinds, HttpContext http, CancellationToken ct)
    {
        await using var db = database.Read(caller.TenantId);
        var rows = await WorkAccess.Asked(db, TaskAccess.Own(db, caller), caller, kinds, query, ct);
        var page = await Spec.Page(rows, query, ct, db);
        if (page.Refused(out var refusal)) return refusal.ToProblem();
        return Outcome<Page<WorkTaskView>>.Of(page.Value.Showing(await TaskAccess.View(db, caller, kinds, page.Value.Items, ct))).ToOk(http);
    }

    static async Task<IResult> Get(Guid id, Caller caller, Database database, RecordKinds kinds, HttpContext http, CancellationToken ct)
    {
        await using var db = database.Read(caller.TenantId);
        if (await TaskAccess.Find(db, caller, kinds, id, ct) is not { } found) return WorkTaskView.NotFound.ToProblem();
        return Outcome<WorkTaskView>.Of((await TaskAccess.View(db, caller, kinds, [found.Row], ct))[0]).ToOk(http);
    }
}
