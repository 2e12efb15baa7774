using Crm.Contracts.Organization;
using Crm.Platform.Data;
using Crm.Platform.Http;
using Crm.Platform.Lists;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Organization.UseCases.Audit;

/// <summary>Who changed what, newest first. Whoever has the right sees the whole tenant's: an audit with holes would answer no question.</summary>
internal static class ListAudit
{
    static readonly ListSpec<AuditRow> Spec = new ListSpec<AuditRow>()
        .Filter("recordType", row => row.RecordType)
        .Filter("recordId", row => row.RecordId)
        .Filter("actorId", row => row.ActorId)
        .Filter("action", row => row.Action)
        .Filter("at", row => row.At)
        .Sort("at", row => row.At, descending: true);

    internal static void Map(RouteGroupBuilder api) =>
        api.MapGet("/audit", Handle).WithName(nameof(ListAudit)).WithTags("Audit").WithSummary("Lists who changed what, with old and new values, newest first.")
            .Requires(Permission.ReadAudit).Lists(Spec).Answers<Page<AuditEntryView>>();

    static async Task<IResult> Handle(
        ListQuery query, Caller caller, Database database, IOrganizationDirectory organization, HttpContext http, CancellationToken ct)
    {
        await using var db = database.Read(caller.TenantId);
        var page = await Spec.Page(db.Set<AuditRow>().AsNoTracking(), query, ct);
        if (page.Refused(out var refusal)) return refusal.ToProblem();
        var actors = await organization.Members(
            caller.TenantId, [.. page.Value.Items.Where(row => row.ActorId is not null).Select(row => row.ActorId!.Value).Distinct()], ct);
        return page.Then(found => new Page<AuditEntryView>
        {
            Items = [.. found.Items.Select(row => AuditEntryView.Of(row, actors))],
            NextCursor = found.NextCursor,
            TotalCount = found.TotalCount,
            TotalIsCapped = found.TotalIsCapped,
        }).ToOk(http);
    }
}
