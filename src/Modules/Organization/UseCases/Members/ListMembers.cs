using Crm.Organization.Accounts;
using Crm.Organization.Data;
using Crm.Organization.Domain;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Http;
using Crm.Platform.Lists;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Crm.Organization.UseCases.Members;

/// <summary>The members that the caller's scope reaches.</summary>
internal static class ListMembers
{
    static readonly ListSpec<Member> Spec = new ListSpec<Member>()
        .Filter("q", "Members whose name begins with the text, or whose user name does.", Search)
        .Filter("departmentId", row => row.DepartmentId)
        .Filter("state", row => row.State)
        .Filter("userName", row => row.UserName)
        .Filter("displayName", row => row.DisplayName)
        .Filter("createdAt", row => row.CreatedAt)
        .Sort("displayName", row => row.DisplayName)
        .Sort("userName", row => row.NormalizedUserName);

    internal static void Map(RouteGroupBuilder api) =>
        api.MapGet("/members", Handle).WithName(nameof(ListMembers)).WithTags("Members")
            .WithSummary("Lists members within the caller's scope.")
            .Requires(Permission.ReadOrganization).Lists(Spec).Answers<Page<MemberView>>();

    static async Task<IResult> Handle(ListQuery query, Caller caller, Database database, HttpContext http, CancellationToken ct)
    {
        await using var db = database.Read(caller.TenantId);
        var page = await Spec.Page(db.Set<Member>().InScope(caller.ScopeOf(Resource.Members)), query, ct);
        if (page.Refused(out var refusal)) return refusal.ToProblem();
        var roles = await MemberView.RolesOf(db, [.. page.Value.Items.Select(row => row.Id)], ct);
        return page.Then(found => new Page<MemberView>
        {
            Items = [.. found.Items.Select(row => MemberView.Of(row, roles[row.Id]))],
            NextCursor = found.NextCursor,
            TotalCount = found.TotalCount,
            TotalIsCapped = found.TotalIsCapped,
        }).ToOk(http);
    }

    static Outcome<IQueryable<Member>> Search(IQueryable<Member> rows, string text)
    {
        if (text.Length > 100 || !FieldErrors.IsText(text)) return Refusal.Field("q", "request/bad-filter", "A text of up to 100 characters.");
        var name = Names.Normalize(text);
        return Outcome<IQueryable<Member>>.Of(rows.Where(row => row.NormalizedUserName.StartsWith(name) || row.DisplayName.StartsWith(text)));
    }
}
