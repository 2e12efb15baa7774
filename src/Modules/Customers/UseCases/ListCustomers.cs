using Crm.Customers.Data;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Fields;
using Crm.Platform.Http;
using Crm.Platform.Importing;
using Crm.Platform.Lists;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.UseCases;

/// <summary>The customers that the caller's scope reaches.</summary>
internal static class ListCustomers
{
    static readonly ListSpec<Customer> Spec = new ListSpec<Customer>()
        .Filter("q", "Customers whose name, short name or code begins with the text; blanks, case and punctuation do not count.", Search)
        .Filter("tag", "Customers with the tag.", (rows, text) =>
            Outcome<IQueryable<Customer>>.Of(rows.Where(row => row.Tags.Contains("," + text + ","))))
        .Filter("id", row => row.Id)
        .Filter("name", row => row.Name)
        .Filter("ownerId", row => row.OwnerId)
        .Filter("departmentId", row => row.DepartmentId)
        .Filter("parentId", row => row.ParentId)
        .Filter("industry", row => row.Industry)
        .Filter("region", row => row.Region)
        .Filter("uscc", row => row.Uscc)
        .Filter("employees", row => row.Employees)
        .Filter("createdAt", row => row.CreatedAt)
        .Filter("updatedAt", row => row.UpdatedAt)
        .Sort("name", row => row.Name)
        .Sort("createdAt", row => row.CreatedAt)
        .Sort("updatedAt", row => row.UpdatedAt)
        .WithCustomFields();

    internal static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/customers", List).WithName(nameof(ListCustomers)).WithTags("Customers").WithSummary("Lists customers within the caller's scope.")
            .Requires(Permission.ReadCustomers).Lists(Spec).Answers<Page<CustomerView>>();
        api.MapGet("/customers/{id:guid}", Get).WithName("GetCustomer").WithTags("Customers").WithSummary("Reads a customer.")
            .Requires(Permission.ReadCustomers).Answers<CustomerView>().Refuses(RefusalKind.NotFound);
    }

    static async Task<IResult> List(ListQuery query, Caller caller, Database database, CustomFields custom, HttpContext http, CancellationToken ct)
    {
        await using var db = database.Read(caller.TenantId);
        var fields = await custom.For(db, caller, "customers", ct);
        var rows = db.Set<Customer>().InScope(caller.ScopeOf(Resource.Customers));
        return (await Spec.Page(rows, query, row => CustomerView.Of(row, fields), ct, custom: new FieldColumns(db, fields))).ToOk(http);
    }

    static async Task<IResult> Get(Guid id, Caller caller, Database database, CustomFields custom, HttpContext http, CancellationToken ct)
    {
        await using var db = database.Read(caller.TenantId);
        Outcome<CustomerView> outcome = await db.Set<Customer>().InScope(caller.ScopeOf(Resource.Customers)).SingleOrDefaultAsync(row => row.Id == id, ct) is { } row
            ? CustomerView.Of(row, await custom.For(db, caller, "customers", ct))
            : CustomerView.NotFound;
        return outcome.ToOk(http);
    }

    static Outcome<IQueryable<Customer>> Search(IQueryable<Customer> rows, string text)
    {
        if (text.Length > 100 || !FieldErrors.IsText(text)) return Refusal.Field("q", "request/bad-filter", "A text of up to 100 characters.");
        var key = NameKey.Of(text);
        if (key.Length == 0) return Outcome<IQueryable<Customer>>.Of(rows.Where(_ => false));
        var code = text.Trim().ToUpperInvariant();
        return Outcome<IQueryable<Customer>>.Of(rows.Where(row =>
            row.NameKey.StartsWith(key) || row.ShortNameKey!.StartsWith(key) || row.Uscc!.StartsWith(code)));
    }
}
