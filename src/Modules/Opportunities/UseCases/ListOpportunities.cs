using Crm.Opportunities.Data;
using Crm.Opportunities.Domain;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Fields;
using Crm.Platform.Http;
using Crm.Platform.Lists;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Opportunities.UseCases;

/// <summary>The opportunities within the caller's scope, those of whose team the caller is included.</summary>
internal static class ListOpportunities
{
    static readonly ListSpec<Opportunity> Spec = new ListSpec<Opportunity>()
        .Filter("id", row => row.Id)
        .Filter("stage", row => row.Stage)
        .Filter("ownerId", row => row.OwnerId)
        .Filter("status", row => row.Status)
        .Filter("band", row => row.Band)
        .Filter("type", row => row.Type)
        .Filter("methodId", row => row.MethodId)
        .Filter("customerId", row => row.CustomerId)
        .Filter("departmentId", row => row.DepartmentId)
        .Filter("currency", row => row.CurrencyCode)
        .Filter("forecastCategory", row => row.Category)
        .Filter("name", row => row.Name)
        .Filter("closeDate", row => row.CloseDate)
        .Filter("closedOn", row => row.ClosedOn)
        .Filter("nextStepDate", row => row.NextStepDate)
        .Filter("slipCount", row => row.SlipCount)
        .Filter("daysSlipped", row => row.DaysSlipped)
        .Filter("createdAt", row => row.CreatedAt)
        .Filter("updatedAt", row => row.UpdatedAt)
        .FilterAmount("amount", row => row.AmountE4)
        .FilterAmount("baseAmount", row => row.BaseAmountE4)
        .Filter("q", "Opportunities whose name contains the text; capitals count as the database compares them.", Search)
        .Filter<Guid>("productId", "Opportunities with a line of this product.",
            (db, productId) => row => db.Set<LineRow>().Any(line => line.ProductId == productId && line.OpportunityId == row.Id))
        .Sort("updatedAt", row => row.UpdatedAt, descending: true)
        .Sort("createdAt", row => row.CreatedAt)
        .Sort("amount", row => row.AmountE4)
        .Sort("closeDate", row => row.CloseDay)
        .Sort("name", row => row.Name)
        .WithCustomFields();

    public static void Map(RouteGroupBuilder group) => group.MapGet("", Handle)
        .WithName(nameof(ListOpportunities)).WithSummary("List opportunities within the caller's scope").Requires(Permission.ReadOpportunities)
        .Lists(Spec).Answers<Page<OpportunityView>>();

    static async Task<IResult> Handle(ListQuery query, Caller caller, Database database, CustomFields custom, HttpContext http, CancellationToken cancellation)
    {
        await using var db = database.Read(caller.TenantId);
        var rows = Scoped(db, caller.ScopeOf(Resource.Opportunities));
        var fields = await custom.For(db, caller, OpportunityFields.Resource, cancellation);
        return (await Spec.Page(rows, query, row => OpportunityView.Of(row, fields), cancellation, db, new FieldColumns(db, fields))).ToOk(http);
    }

    /// <summary>What a member may see: by owner and department, and by being of the team.</summary>
    internal static IQueryable<Opportunity> Scoped(CrmDb db, ScopeRule scope)
    {
        var rows = db.Set<Opportunity>().AsNoTracking();
        if (scope.All) return rows;
        if (scope.Nothing) return rows.Where(_ => false);
        var me = scope.Me;
        var departments = scope.Departments.ToArray();
        return rows.Where(row => row.OwnerId == me || departments.Contains(row.DepartmentId)
            || db.Set<TeamRow>().Any(team => team.MemberId == me && team.OpportunityId == row.Id));
    }

    static Outcome<IQueryable<Opportunity>> Search(IQueryable<Opportunity> rows, string text) =>
        text.Length > 100 || !FieldErrors.IsText(text)
            ? Refusal.Field("q", "request/bad-filter", "A text of up to 100 characters.")
            : Outcome<IQueryable<Opportunity>>.Of(rows.Where(row => row.Name.Contains(text)));
}
