using System.Net;
using Crm.Contracts.Organization;
using Crm.IntegrationTests.Fixtures;
using Crm.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Crm.IntegrationTests.Organization;

public sealed class AuditTests(Hosts hosts)
{
    public static TheoryData<Engine> Engines => Fixtures.Engines.All;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task The_audit_tells_old_and_new_values_and_is_asked_by_record_actor_kind_action_and_time(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var customer = (await tenant.Admin.Post("/api/v1/customers", new { name = "Before", region = "North" })).Ok();
        (await tenant.Admin.Patch($"/api/v1/customers/{customer.Id}", new { name = "After" }, "*")).Ok();
        (await tenant.Admin.Delete($"/api/v1/customers/{customer.Id}", "*")).Ok();
        using var seller = await tenant.As(BuiltInRoles.Salesperson);
        (await seller.Post("/api/v1/customers", new { name = "Of the seller" })).Ok();

        var lines = (await tenant.Admin.Get($"/api/v1/audit?recordId={customer.Id}")).Ok()["items"]!.AsArray();

        Assert.Equal(["Archived", "Changed", "Created"], lines.Select(line => (string?)line!["action"]));
        Assert.Equal(("Before", "After"), ((string?)lines[1]!["changes"]!["name"]!["old"], (string?)lines[1]!["changes"]!["name"]!["new"]));
        Assert.Equal("North", (string?)lines[2]!["changes"]!["region"]!["new"]);
        Assert.All(lines, line => Assert.Equal(tenant.Admin.MemberId, (Guid)line!["actorId"]!));
        Assert.StartsWith("The administrator", (string?)lines[0]!["actorName"], StringComparison.Ordinal);
        Assert.Equal(2, (await Count(tenant, $"recordType=Customer&actorId={tenant.Admin.MemberId}&action[in]=Changed,Archived")));
        Assert.Equal(1, (await Count(tenant, $"recordType=Customer&actorId={seller.MemberId}")));
        var at = (string)lines[1]!["at"]!;
        Assert.Equal(2, await Count(tenant, $"recordId={customer.Id}&at[gte]={at}"));
        Assert.Equal(2, await Count(tenant, $"recordId={customer.Id}&at[lte]={at}"));
        Assert.Equal(0, await Count(tenant, "at[gte]=2199-01-01T00:00:00Z"));
        foreach (var bad in new[] { "at[gte]=yesterday", "recordId=7", "colour=red", "cursor=x", "limit=0", "sort=action" })
            (await tenant.Admin.Get($"/api/v1/audit?{bad}")).Refused(HttpStatusCode.BadRequest);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task The_audit_is_read_by_its_own_right_and_never_across_tenants(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var other = await hosts.NewTenant(engine);
        var customer = (await other.Admin.Post("/api/v1/customers", new { name = "Theirs" })).Ok();
        using var seller = await tenant.As(BuiltInRoles.Salesperson);
        using var finance = await tenant.As(BuiltInRoles.Finance);

        (await seller.Get("/api/v1/audit")).Refused(HttpStatusCode.Forbidden, "auth/not-permitted");
        (await finance.Get("/api/v1/audit")).Ok();
        Assert.Equal(0, await Count(tenant, $"recordId={customer.Id}"));
        Assert.Equal(0, await Count(tenant, $"actorId={other.Admin.MemberId}"));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Pages_of_the_audit_meet_without_gap_or_repetition_while_it_grows(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        foreach (var n in Enumerable.Range(0, 7)) (await tenant.Admin.Post("/api/v1/customers", new { name = $"Customer {n}" })).Ok();
        var all = (await tenant.Admin.Get("/api/v1/audit?limit=200")).Ok()["items"]!.AsArray().Select(line => (string)line!["id"]!).ToList();

        var paged = new List<string>();
        string? cursor = null;
        do
        {
            var page = (await tenant.Admin.Get($"/api/v1/audit?limit=3{(cursor is null ? "" : "&cursor=" + cursor)}")).Ok();
            paged.AddRange(page["items"]!.AsArray().Select(line => (string)line!["id"]!));
            cursor = (string?)page["nextCursor"];
            (await tenant.Admin.Post("/api/v1/customers", new { name = "Meanwhile" })).Ok();
        }
        while (cursor is not null);

        Assert.Equal(all, paged);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Wrong_passwords_and_lockouts_stand_in_the_audit(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var id = await tenant.NewMember("lost", [BuiltInRoles.Salesperson], []);
        for (var n = 0; n < 5; n++) await Token("wrong-password");
        await Token(TestTenant.Password);

        var lines = (await tenant.Admin.Get($"/api/v1/audit?recordId={id}&action[in]=SignInFailed,LockedOut")).Ok()["items"]!.AsArray();

        Assert.Equal(6, lines.Count(line => (string?)line!["action"] == "SignInFailed"));
        Assert.Equal("LockedOut", (string?)lines.First(line => (string?)line!["action"] == "SignInFailed")!["changes"]!["reason"]!["new"]);
        Assert.Single(lines, line => (string?)line!["action"] == "LockedOut");
        Assert.All(lines, line => Assert.Null((string?)line!["actorId"]));

        async Task Token(string password) =>
            (await tenant.Admin.Post("/api/v1/auth/token", new { tenant = tenant.Slug, userName = "lost", password })).Refused(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_refresh_token_that_is_used_twice_stands_in_the_audit(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var id = await tenant.NewMember("twice", [BuiltInRoles.Salesperson], []);
        var tokens = (await tenant.Admin.Post("/api/v1/auth/token", new { tenant = tenant.Slug, userName = "twice", password = TestTenant.Password })).Ok();
        var refreshToken = (string)tokens["refreshToken"]!;
        (await tenant.Admin.Post("/api/v1/auth/refresh", new { refreshToken })).Ok();
        (await tenant.Admin.Post("/api/v1/auth/refresh", new { refreshToken })).Refused(HttpStatusCode.Unauthorized);

        var line = Assert.Single((await tenant.Admin.Get("/api/v1/audit?action=TokenReused")).Ok()["items"]!.AsArray())!;

        Assert.Equal(id, (Guid)line["changes"]!["memberId"]!["new"]!);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task No_personal_value_and_no_secret_stands_readable_in_the_audit(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var root = (Guid)(await tenant.Admin.Get("/api/v1/departments")).Ok()["items"]![0]!["id"]!;
        var member = (await tenant.Admin.Post("/api/v1/members", new
        {
            userName = "zhang.unforgotten",
            displayName = "Zhang Unforgotten",
            email = "zhang@unforgotten.example",
            mobile = "+86 139 1234 5678",
            departmentId = root,
            roles = new[] { "salesperson" },
            password = TestTenant.Password,
        })).Ok();
        (await tenant.Admin.Patch($"/api/v1/members/{member.Id}", new { displayName = "Zhang Renamed" }, "*")).Ok();
        var customer = (await tenant.Admin.Post("/api/v1/customers", new { name = "A company" })).Ok();
        var contact = (await tenant.Admin.Post("/api/v1/contacts", new { customerId = customer.Id, contact = new { name = "Li Unforgotten", mobile = "+86 138 8765 4321" } })).Ok();
        (await tenant.Admin.Patch($"/api/v1/contacts/{contact.Id}", new { name = "Li Renamed" }, "*")).Ok();
        var key = (await tenant.Admin.Post("/api/v1/api-keys", new { name = "Key" })).Ok();
        (await tenant.Admin.Post("/api/v1/auth/token", new { tenant = tenant.Slug, userName = "zhang.unforgotten", password = "a wrong secret" })).Refused(HttpStatusCode.Unauthorized);

        await using var db = tenant.Read();
        var written = string.Join('\n', await db.Set<AuditRow>().Select(row => row.Changes).ToListAsync(TestContext.Current.CancellationToken));

        foreach (var secret in new[] { "nforgotten", "UNFORGOTTEN", "Renamed", "1234 5678", "8765 4321", TestTenant.Password, "a wrong secret", (string)key["key"]! })
            Assert.DoesNotContain(secret, written, StringComparison.Ordinal);
        var line = (await tenant.Admin.Get($"/api/v1/audit?recordId={contact.Id}&action=Changed")).Ok()["items"]![0]!;
        Assert.Equal(("•", "•"), ((string?)line["changes"]!["name"]!["old"], (string?)line["changes"]!["name"]!["new"]));
    }

    static async Task<int> Count(TestTenant tenant, string query) => (int)(await tenant.Admin.Get($"/api/v1/audit?{query}&count=true")).Ok()["totalCount"]!;
}
