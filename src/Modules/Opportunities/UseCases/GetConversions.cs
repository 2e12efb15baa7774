using Crm.Contracts.Organization;
using Crm.Opportunities.Data;
using Crm.Opportunities.Domain;
using Crm.Opportunities.Methodologies;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Http;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Opportunities.UseCases;

/// <summary>How many of those that entered a stage came to a later one, from the history of what the caller may see now.</summary>
internal static class GetConversions
{
    const int MostEntries = 200_000;
    const int MostDays = 1_100;
    const int UsualDays = 365;

    public static void Map(RouteGroupBuilder api) => api.MapGet("/funnel/conversions", Handle)
        .WithName(nameof(GetConversions)).WithSummary("Conversion from stage to later stage within the tenant's window").Requires(Permission.ReadFunnel)
        .Answers<ConversionsView>().Refuses(RefusalKind.Unprocessable);

    /// <param name="from">First business date of the cohort; a year before <paramref name="to"/> when left out.</param>
    /// <param name="to">Last business date of the cohort; today when left out.</param>
    static async Task<IResult> Handle(
        DateOnly? from, DateOnly? to, Guid? ownerId, Guid? departmentId, Caller caller, IOrganizationDirectory organization, Database database,
        TenantClock clock, MethodCatalog methods, CancellationToken cancellation)
    {
        var now = await clock.Now(caller.TenantId, caller.MemberId, cancellation);
        var last = to ?? now.Today;
        if (last > now.Today) return Refusal.Field("to", "funnel/in-the-future", "The cohort ends today at the latest.").ToProblem();
        if (last.DayNumber < MostDays) return Refusal.Field("to", "request/bad-value", "Lies before any calendar of ours.").ToProblem();
        var first = from ?? last.AddDays(1 - UsualDays);
        if (first > last || last.DayNumber - first.DayNumber >= MostDays)
            return Refusal.Field("from", "funnel/bad-cohort", $"A cohort begins before it ends and spans {MostDays} days at the most.").ToProblem();

        var tenant = await organization.Tenant(caller.TenantId, cancellation) ?? throw new InvalidOperationException("The caller's tenant is gone.");
        await using var db = database.Read(caller.TenantId);
        var settings = FunnelSettingsView.Of(await db.Set<SettingsRow>().FirstOrDefaultAsync(cancellation));
        var window = TimeSpan.FromDays(settings.ConversionWindowDays);
        var (begins, ends) = (clock.StartOf(tenant.TimeZone, first), clock.StartOf(tenant.TimeZone, last.AddDays(1)));
        var visible = ListOpportunities.Scoped(db, caller.ScopeOf(Resource.Opportunities)).Where(row => row.ArchivedAt == null);
        if (ownerId is { } owner) visible = visible.Where(row => row.OwnerId == owner);
        if (departmentId is { } department)
        {
            Guid[] subtree = [.. await organization.Subtree(caller.TenantId, department, cancellation)];
            visible = visible.Where(row => subtree.Contains(row.DepartmentId));
        }
        var entries = await StageEntries.Between(db, visible, begins, ends + window, MostEntries, cancellation);
        if (entries.Count > MostEntries)
        {
            return Refusal.Unprocessable("funnel/cohort-too-large",
                $"Opportunities entered stages more than {MostEntries} times in that time. Ask for a shorter cohort, an owner or a department.").ToProblem();
        }

        var count = new ConversionCount(begins, ends, now.Now, window);
        for (int start = 0, end; start < entries.Count; start = end)
        {
            end = start + 1;
            while (end < entries.Count && entries[end].OpportunityId == entries[start].OpportunityId) end++;
            count.Add(entries.GetRange(start, end - start));
        }
        return TypedResults.Ok(new ConversionsView
        {
            From = first,
            To = last,
            WindowDays = settings.ConversionWindowDays,
            Items = [.. (await OpportunityTypes.Offered(db, cancellation)).Versions(methods).SelectMany(method => Pairs(method, count, caller.Language))],
        });
    }

    static IEnumerable<ConversionView> Pairs(MethodVersion method, ConversionCount count, string language)
    {
        var path = method.OpenStages.Append(method.Won).ToList();
        for (var a = 0; a < path.Count - 1; a++)
        {
            for (var b = a + 1; b < path.Count; b++)
            {
                var (from, to) = (path[a], path[b]);
                yield return ConversionView.Of(method.Id, (from.Key, from.Name.In(language)), (to.Key, to.Name.In(language)), count.Of(method.Id, from.Key, to.Key));
            }
        }
    }
}
