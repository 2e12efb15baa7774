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

namespace Crm.Organization.UseCases.Departments;

/// <summary>The tenant's departments. Every member may see the tree: it is how people are found.</summary>
internal static class ListDepartments
{
    static readonly ListSpec<Department> Spec = new ListSpec<Department>()
        .Filter("q", "Departments whose name begins with the text.", (rows, text) =>
            text.Length > 100 || !FieldErrors.IsText(text)
                ? Refusal.Field("q", "request/bad-filter", "A text of up to 100 characters.")
                : Outcome<IQueryable<Department>>.Of(rows.Where(row => row.Name.StartsWith(text))))
        .Filter("parentId", row => row.ParentId)
        .Filter("leaderId", row => row.LeaderId)
        .Filter("within", "The department and everything below it.", (rows, text) =>
            Guid.TryParseExact(text, "D", out var id)
                ? Outcome<IQueryable<Department>>.Of(rows.Where(row => row.Path.Contains("/" + id.ToString("N") + "/")))
                : Refusal.Field("within", "request/bad-filter", "Expected an id."))
        .Sort("path", row => row.Path)
        .Sort("name", row => row.Name);

    internal static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/departments", List).WithName(nameof(ListDepartments)).WithTags("Departments")
            .WithSummary("Lists departments, parents before children.")
            .Requires(Permission.ReadOrganization).Lists(Spec).Answers<Page<DepartmentView>>();
        api.MapGet("/departments/{id:guid}", Get).WithName("GetDepartment").WithTags("Departments").WithSummary("Reads a department.")
            .Requires(Permission.ReadOrganization).Answers<DepartmentView>().Refuses(RefusalKind.NotFound);
    }

    static async Task<IResult> List(ListQuery query, Caller caller, Database database, HttpContext http, CancellationToken ct)
    {
        await using var db = database.Read(caller.TenantId);
        return (await Spec.Page(db.Set<Department>(), query, DepartmentView.Of, ct)).ToOk(http);
    }

    static async Task<IResult> Get(Guid id, Caller caller, Database database, HttpContext http, CancellationToken ct)
    {
        await using var db = database.Read(caller.TenantId);
        Outcome<DepartmentView> outcome = await db.Set<Department>().SingleOrDefaultAsync(row => row.Id == id, ct) is { } row
            ? DepartmentView.Of(row)
            : DepartmentFields.NotFound;
        return outcome.ToOk(http);
    }
}
