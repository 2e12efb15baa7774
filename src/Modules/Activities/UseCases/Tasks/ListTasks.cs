using Crm.Activities.Data;
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
        .Filter("assigneeId", "Tasks that this member is to do.", (rows, _) => Outcome<IQueryable<WorkTask>>.Of(rows))
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
        var rows = await RecordQuestion.IsAboutSeen(db, caller, kinds, query, ct) ? db.Set<WorkTask>() : TaskAccess.Own(db, caller);
        if (query.Parameters.TryGetValue("assigneeId", out var text))
        {
            // The parts stand in another table, which a filter over the row alone cannot reach.
            if (!Guid.TryParseExact(text, "D", out var memberId)) return Refusal.Field("assigneeId", "request/bad-filter", "Expected an id.").ToProblem();
            rows = rows.Where(row => db.Set<AssignmentRow>().Any(part => part.MemberId == memberId && part.TaskId == row.Id));
        }
        var page = await Spec.Page(rows, query, ct);
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
