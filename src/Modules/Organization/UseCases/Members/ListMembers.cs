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
        .Filter("role", "Members who hold the role of this key.", (rows, _) => Outcome<IQueryable<Member>>.Of(rows))
        .Filter("within", "Members of the department and of everything below it.", (rows, _) => Outcome<IQueryable<Member>>.Of(rows))
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
        var rows = Narrowed(db, db.Set<Member>().InScope(caller.ScopeOf(Resource.Members)), query);
        if (rows.Refused(out var wrong)) return wrong.ToProblem();
        var page = await Spec.Page(rows.Value, query, ct);
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

    /// <summary>The two filters that look at other tables.</summary>
    static Outcome<IQueryable<Member>> Narrowed(CrmDb db, IQueryable<Member> rows, ListQuery query)
    {
        if (query.Parameters.TryGetValue("role", out var role) && role.Count == 1)
        {
            var key = role[0] ?? "";
            if (key.Length > Names.MaxSlug || !FieldErrors.IsText(key)) return Refusal.Field("role", "request/bad-filter", "The key of a role.");
            var holders = from held in db.Set<MemberRole>() join of in db.Set<Role>() on held.RoleId equals of.Id where of.Key == key && of.ArchivedAt == null select held.MemberId;
            rows = rows.Where(row => holders.Contains(row.Id));
        }
        if (query.Parameters.TryGetValue("within", out var within) && within.Count == 1)
        {
            if (!Guid.TryParseExact(within[0], "D", out var id)) return Refusal.Field("within", "request/bad-filter", "Expected an id.");
            var path = "/" + id.ToString("N") + "/";
            var departments = db.Set<Department>().Where(row => row.Path.Contains(path)).Select(row => row.Id);
            rows = rows.Where(row => departments.Contains(row.DepartmentId));
        }
        return Outcome<IQueryable<Member>>.Of(rows);
    }

    static Outcome<IQueryable<Member>> Search(IQueryable<Member> rows, string text)
    {
        if (text.Length > 100 || !FieldErrors.IsText(text)) return Refusal.Field("q", "request/bad-filter", "A text of up to 100 characters.");
        var name = Names.Normalize(text);
        return Outcome<IQueryable<Member>>.Of(rows.Where(row => row.NormalizedUserName.StartsWith(name) || row.DisplayName.StartsWith(text)));
    }
}
