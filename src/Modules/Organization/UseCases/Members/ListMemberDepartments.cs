using Crm.Organization.Accounts;
using Crm.Organization.Data;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Http;
using Crm.Platform.Lists;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Organization.UseCases.Members;

/// <summary>Where a member has belonged, and when.</summary>
internal static class ListMemberDepartments
{
    static readonly ListSpec<DepartmentMembership> Spec = new ListSpec<DepartmentMembership>()
        .Filter("departmentId", row => row.DepartmentId)
        .Sort("from", row => row.FromAt, descending: true);

    internal sealed record MembershipView(Guid DepartmentId, string DepartmentName, DateTime From, DateTime? To, Guid? MovedBy);

    internal static void Map(RouteGroupBuilder api) =>
        api.MapGet("/members/{id:guid}/departments", Handle).WithName(nameof(ListMemberDepartments)).WithTags("Members")
            .WithSummary("The departments a member has belonged to, newest first.")
            .Requires(Permission.ReadOrganization).Lists(Spec).Answers<Page<MembershipView>>().Refuses(RefusalKind.NotFound);

    static async Task<IResult> Handle(Guid id, ListQuery query, Caller caller, Database database, HttpContext http, CancellationToken ct)
    {
        await using var db = database.Read(caller.TenantId);
        if (await MemberChanges.FindVisible(db, caller, id, ct) is null) return MemberChanges.NotFound.ToProblem();
        var page = await Spec.Page(db.Set<DepartmentMembership>().AsNoTracking().Where(row => row.MemberId == id), query, ct);
        if (page.Refused(out var refusal)) return refusal.ToProblem();
        var named = page.Value.Items.Select(row => row.DepartmentId).Distinct().ToList();
        var names = await db.Set<Department>().Where(row => named.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name, ct);
        return page.Then(found => new Page<MembershipView>
        {
            Items = [.. found.Items.Select(row => new MembershipView(row.DepartmentId, names[row.DepartmentId], row.FromAt, row.ToAt, row.ActorId))],
            NextCursor = found.NextCursor,
            TotalCount = found.TotalCount,
            TotalIsCapped = found.TotalIsCapped,
        }).ToOk(http);
    }
}
