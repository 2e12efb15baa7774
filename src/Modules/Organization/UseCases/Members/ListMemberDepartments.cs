using Crm.Organization.Accounts;
using Crm.Organization.Data;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Http;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Organization.UseCases.Members;

/// <summary>Where a member has belonged, and when.</summary>
internal static class ListMemberDepartments
{
    const int Most = 200;

    internal sealed record MembershipView(Guid DepartmentId, string DepartmentName, DateTime From, DateTime? To, Guid? MovedBy);

    internal sealed record MembershipList(IReadOnlyList<MembershipView> Items);

    internal static void Map(RouteGroupBuilder api) =>
        api.MapGet("/members/{id:guid}/departments", Handle).WithName(nameof(ListMemberDepartments)).WithTags("Members")
            .WithSummary("The departments a member has belonged to, newest first.")
            .Requires(Permission.ReadOrganization).Answers<MembershipList>().Refuses(RefusalKind.NotFound);

    static async Task<IResult> Handle(Guid id, Caller caller, Database database, CancellationToken ct)
    {
        await using var db = database.Read(caller.TenantId);
        if (await MemberChanges.FindVisible(db, caller, id, ct) is null) return MemberChanges.NotFound.ToProblem();
        var rows = await (
            from membership in db.Set<DepartmentMembership>()
            where membership.MemberId == id
            join department in db.Set<Department>() on membership.DepartmentId equals department.Id
            orderby membership.FromAt descending, membership.Id descending
            select new MembershipView(department.Id, department.Name, membership.FromAt, membership.ToAt, membership.ActorId)).Take(Most).ToListAsync(ct);
        return TypedResults.Ok(new MembershipList(rows));
    }
}
