using System.Net;
using Crm.Contracts.Organization;
using Crm.IntegrationTests.Fixtures;
using Crm.IntegrationTests.Opportunities;
using Crm.Platform.Data;
using Xunit;

namespace Crm.IntegrationTests.Activities;

public sealed class TimelineTests(Hosts hosts)
{
    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    [Trait("Promise", "S-53")]
    public async Task What_is_logged_on_an_opportunity_or_a_contact_stands_on_the_customers_timeline_newest_first_page_by_page(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        using var seller = await tenant.As(BuiltInRoles.Salesperson);
        var customer = await seller.Customer();
        var deal = (await seller.Open()).Ok();
        var contact = (await seller.Post("/api/v1/contacts", new { customerId = customer, contact = new { name = "Li Hua" } })).Ok().Id;
        var logged = new List<Guid>();
        for (var day = 1; day <= 9; day++)
        {
            var (kind, id) = (day % 3) switch { 0 => ("Customer", customer), 1 => ("Opportunity", deal.Id), _ => ("Contact", contact) };
            logged.Add((await seller.Post("/api/v1/activities", new
            {
                recordKind = kind,
                recordId = id,
                activity = new { kind = "Call", direction = "Outbound", subject = $"Call {day}", at = $"2026-10-0{day}T08:00:00Z", durationMinutes = 10, contactIds = new[] { contact } },
            })).Ok().Id);
        }

        var seen = new List<Guid>();
        string? cursor = null;
        do
        {
            var page = (await seller.Get($"/api/v1/timeline?recordKind=Customer&recordId={customer}&limit=4{(cursor is null ? "" : $"&cursor={cursor}")}")).Ok();
            seen.AddRange(page["items"]!.AsArray().Select(entry => (Guid)entry!["activity"]!["id"]!));
            cursor = (string?)page["nextCursor"];
        }
        while (cursor is not null);

        Assert.Equal(logged.AsEnumerable().Reverse(), seen);
        var visit = (await seller.Post("/api/v1/activities", new { recordKind = "Opportunity", recordId = deal.Id, activity = new { kind = "Visit", subject = "On site", at = "2026-10-01T09:00:00Z" } })).Ok().Id;
        var task = (await seller.Post("/api/v1/tasks", new { recordKind = "Opportunity", recordId = deal.Id, task = new { title = "Send the offer" } })).Ok().Id;
        Assert.Equal(visit, (Guid)Assert.Single((await seller.Get($"/api/v1/timeline?recordKind=Customer&recordId={customer}&kind=Visit")).Ok()["items"]!.AsArray())!["activity"]!["id"]!);
        Assert.Equal(task, (Guid)Assert.Single((await seller.Get($"/api/v1/timeline?recordKind=Customer&recordId={customer}&kind=Task")).Ok()["items"]!.AsArray())!["task"]!["id"]!);
        Assert.Equal(9, (int)(await seller.Get($"/api/v1/timeline?recordKind=Customer&recordId={customer}&kind=Call&count=true")).Ok()["totalCount"]!);
        foreach (var kind in new[] { "Party", "7", "-1" }) (await seller.Get($"/api/v1/timeline?recordKind=Customer&recordId={customer}&kind={kind}")).Refused(HttpStatusCode.BadRequest);
        // Every call names the contact, wherever it was logged.
        Assert.Equal(logged.AsEnumerable().Reverse(), (await seller.Get($"/api/v1/timeline?recordKind=Contact&recordId={contact}")).Ok()["items"]!.AsArray().Select(entry => (Guid)entry!["activity"]!["id"]!));
        Assert.Equal(5, (await seller.Get($"/api/v1/timeline?recordKind=Opportunity&recordId={deal.Id}")).Ok()["items"]!.AsArray().Count);
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task An_opportunity_that_moves_to_another_customer_takes_its_timeline_along(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        using var seller = await tenant.As(BuiltInRoles.Salesperson);
        var deal = (await seller.Open()).Ok();
        var other = (await seller.Post("/api/v1/customers", new { name = "Another customer" })).Ok().Id;
        (await seller.Post("/api/v1/activities", new { recordKind = "Opportunity", recordId = deal.Id, activity = new { kind = "Note", subject = "Noted" } })).Ok();

        (await seller.Patch($"/api/v1/opportunities/{deal.Id}", new { customerId = other }, deal.ETag)).Ok();

        await Eventually.True(
            async () => (await seller.Get($"/api/v1/timeline?recordKind=Customer&recordId={other}")).Ok()["items"]!.AsArray().Count == 1, "the note follows the opportunity");
        Assert.Empty((await seller.Get($"/api/v1/timeline?recordKind=Customer&recordId={await seller.Customer()}")).Ok()["items"]!.AsArray());
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task An_activity_is_changed_by_who_did_it_and_by_superiors_alone(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        using var seller = await tenant.As(BuiltInRoles.Salesperson);
        using var colleague = await tenant.As(BuiltInRoles.Salesperson);
        using var boss = await tenant.As(BuiltInRoles.SalesManager);
        var deal = (await seller.Open(team: new[] { new { memberId = colleague.MemberId, role = "Presales" } })).Ok();
        var call = (await seller.Post("/api/v1/activities", new { recordKind = "Opportunity", recordId = deal.Id, activity = new { kind = "Visit", subject = "On site" } })).Ok();

        Assert.Equal(call.Id, (await colleague.Get($"/api/v1/activities/{call.Id}")).Ok().Id);
        (await colleague.Patch($"/api/v1/activities/{call.Id}", new { subject = "Mine" }, call.ETag)).Refused(HttpStatusCode.Forbidden, "activities/not-yours");
        call = (await boss.Patch($"/api/v1/activities/{call.Id}", new { result = "Budget confirmed" }, call.ETag)).Ok();
        Assert.Equal(("On site", "Budget confirmed", 2), ((string?)call["subject"], (string?)call["result"], call.Version));
        (await seller.Patch($"/api/v1/activities/{call.Id}", new { subject = "Late" }, "\"1\"")).Refused(HttpStatusCode.PreconditionFailed);
        (await seller.Delete($"/api/v1/activities/{call.Id}", call.ETag)).Ok();
        Assert.Empty((await seller.Get($"/api/v1/timeline?recordKind=Opportunity&recordId={deal.Id}")).Ok()["items"]!.AsArray());
    }
}
