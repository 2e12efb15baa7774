using Crm.Organization.Data;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Http;
using Crm.Platform.Lists;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Crm.Organization.UseCases.Roles;

/// <summary>The tenant's roles: everybody may know what a role is made of.</summary>
internal static class ListRoles
{
    static readonly ListSpec<Role> Spec = new ListSpec<Role>()
        .Filter("key", row => row.Key)
        .Filter("name", row => row.Name)
        .Filter("builtIn", row => row.BuiltIn)
        .Sort("name", row => row.Name);

    internal static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/roles", List).WithName(nameof(ListRoles)).WithTags("Roles").WithSummary("Lists roles with their permissions and data scopes.")
            .Requires(Permission.ReadOrganization).Lists(Spec).Answers<Page<RoleView>>();
        api.MapGet("/roles/{id:guid}", Get).WithName("GetRole").WithTags("Roles").WithSummary("Reads a role.")
            .Requires(Permission.ReadOrganization).Answers<RoleView>().Refuses(RefusalKind.NotFound);
    }

    static async Task<IResult> List(ListQuery query, Caller caller, Database database, HttpContext http, CancellationToken ct)
    {
        await using var db = database.Read(caller.TenantId);
        var page = await Spec.Page(db.Set<Role>(), query, ct);
        if (page.Refused(out var refusal)) return refusal.ToProblem();
        var holders = await RoleView.HoldersOf(db, [.. page.Value.Items.Select(row => row.Id)], ct);
        return page.Then(found => new Page<RoleView>
        {
            Items = [.. found.Items.Select(row => RoleView.Of(row, holders.GetValueOrDefault(row.Id)))],
            NextCursor = found.NextCursor,
            TotalCount = found.TotalCount,
            TotalIsCapped = found.TotalIsCapped,
        }).ToOk(http);
    }

    static async Task<IResult> Get(Guid id, Caller caller, Database database, HttpContext http, CancellationToken ct)
    {
        await using var db = database.Read(caller.TenantId);
        Outcome<RoleView> outcome = await RoleFields.Find(db, id, ct) is { } row ? await RoleView.Read(db, row, ct) : RoleFields.NotFound;
        return outcome.ToOk(http);
    }
}
