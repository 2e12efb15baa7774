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

namespace Crm.Activities.UseCases.Activities;

/// <summary>Activities within the caller's scope, or all of one record that the caller sees.</summary>
internal static class ListActivities
{
    static readonly ListSpec<Activity> Spec = new ListSpec<Activity>()
        .Filter("kind", row => row.Kind)
        .Filter("direction", row => row.Direction)
        .Filter("recordKind", row => row.RecordKind)
        .Filter("recordId", row => row.RecordId)
        .Filter("customerId", row => row.CustomerId)
        .Filter("ownerId", row => row.OwnerId)
        .Filter("departmentId", row => row.DepartmentId)
        .Filter("at", row => row.At)
        .Sort("at", row => row.At, descending: true)
        .Sort("updatedAt", row => row.UpdatedAt);

    internal static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/activities", List).WithName(nameof(ListActivities)).WithSummary("Lists activities within the caller's scope; with recordKind and recordId all of that record.")
            .Requires(Permission.ReadActivities).Lists(Spec).Answers<Page<ActivityView>>();
        group.MapGet("/activities/{id:guid}", Get).WithName("GetActivity").WithSummary("Reads an activity.")
            .Requires(Permission.ReadActivities).Answers<ActivityView>().Refuses(RefusalKind.NotFound);
    }

    static async Task<IResult> List(ListQuery query, Caller caller, Database database, RecordKinds kinds, HttpContext http, CancellationToken ct)
    {
        await using var db = database.Read(caller.TenantId);
        var rows = await WorkAccess.Asked(db, ActivityAccess.Own(db, caller), caller, kinds, query, ct);
        var page = await Spec.Page(rows, query, ct);
        if (page.Refused(out var refusal)) return refusal.ToProblem();
        return Outcome<Page<ActivityView>>.Of(page.Value.Showing(await ActivityAccess.View(db, caller, kinds, page.Value.Items, ct))).ToOk(http);
    }

    static async Task<IResult> Get(Guid id, Caller caller, Database database, RecordKinds kinds, HttpContext http, CancellationToken ct)
    {
        await using var db = database.Read(caller.TenantId);
        if (await ActivityAccess.Find(db, caller, kinds, id, ct) is not { } row) return ActivityView.NotFound.ToProblem();
        return Outcome<ActivityView>.Of((await ActivityAccess.View(db, caller, kinds, [row], ct))[0]).ToOk(http);
    }
}
