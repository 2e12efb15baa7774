using System.Net;
using Crm.Contracts.Organization;
using Crm.IntegrationTests.Fixtures;
using Crm.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Crm.IntegrationTests.Organization;

public sealed class ApiKeyTests(Hosts hosts)
{
    public static TheoryData<Engine> Engines => Fixtures.Engines.All;

    [Theory]
    [MemberData(nameof(Engines))]
    [Trait("Promise", "S-26")]
    public async Task A_key_acts_as_its_member_and_sees_what_that_member_sees(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        using var seller = await tenant.As(BuiltInRoles.Salesperson);
        (await seller.Post("/api/v1/customers", new { name = "Of the seller" })).Ok();
        (await tenant.Admin.Post("/api/v1/customers", new { name = "Of the administrator" })).Ok();
        var made = (await seller.Post("/api/v1/api-keys", new { name = "Nightly sync" })).Ok();

        using var program = Key(tenant, made);

        var me = (await Get(program, "me")).Ok();
        Assert.Equal(seller.MemberId, (Guid)me["member"]!["id"]!);
        Assert.Equal(["Of the seller"], (await Get(program, "customers")).Ok()["items"]!.AsArray().Select(row => (string?)row!["name"]));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_key_is_shown_once_and_kept_as_a_hash(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var body = new { name = "Once" };
        var made = (await tenant.Admin.Post("/api/v1/api-keys", body, key: "one-key")).Ok();
        var secret = (string)made["key"]!;

        var again = (await tenant.Admin.Post("/api/v1/api-keys", body, key: "one-key")).Ok();
        var read = (await tenant.Admin.Get($"/api/v1/api-keys/{made.Id}")).Ok();
        var audit = (await Audited(tenant)).Single(row => row.Contains("Once", StringComparison.Ordinal));

        Assert.Equal(made.Id, again.Id);
        Assert.Null((string?)again["key"]);
        Assert.StartsWith((string)read["prefix"]!, secret, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, read.Text + again.Text + audit, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, await Everything(tenant), StringComparison.Ordinal);
        using var program = Key(tenant, made);
        (await Get(program, "me")).Ok();
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Two_keys_of_a_tenant_are_told_apart_by_their_first_characters(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        foreach (var name in new[] { "A", "B", "C" }) (await tenant.Admin.Post("/api/v1/api-keys", new { name })).Ok();

        var prefixes = (await tenant.Admin.Get("/api/v1/api-keys")).Ok()["items"]!.AsArray().Select(row => (string)row!["prefix"]!).ToList();

        Assert.Equal(3, prefixes.Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_revoked_key_stops_with_the_next_request(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var made = (await tenant.Admin.Post("/api/v1/api-keys", new { name = "Lost" })).Ok();
        using var program = Key(tenant, made);
        (await Get(program, "me")).Ok();

        (await tenant.Admin.Post($"/api/v1/api-keys/{made.Id}/revoke")).Refused(HttpStatusCode.PreconditionRequired);
        var revoked = (await tenant.Admin.Post($"/api/v1/api-keys/{made.Id}/revoke", null, made.ETag)).Ok();

        Assert.NotNull(revoked["revokedAt"]);
        (await Get(program, "me")).Refused(HttpStatusCode.Unauthorized, "auth/invalid-api-key");
        Assert.Equal(revoked.Version, (await tenant.Admin.Post($"/api/v1/api-keys/{made.Id}/revoke", null, revoked.ETag)).Ok().Version);
        Assert.Empty((await tenant.Admin.Get("/api/v1/api-keys?revokedAt[empty]=true")).Ok()["items"]!.AsArray());
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_disabled_members_key_stops_at_once_and_works_again_when_they_are_back(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        using var seller = await tenant.As(BuiltInRoles.Salesperson);
        using var program = Key(tenant, (await seller.Post("/api/v1/api-keys", new { name = "Sync" })).Ok());
        (await Get(program, "me")).Ok();

        (await tenant.Admin.Post($"/api/v1/members/{seller.MemberId}/disable", null, "*")).Ok();
        (await Get(program, "me")).Refused(HttpStatusCode.Unauthorized, "auth/invalid-api-key");

        (await tenant.Admin.Post($"/api/v1/members/{seller.MemberId}/enable", null, "*")).Ok();
        (await Get(program, "me")).Ok();
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_narrowed_key_has_of_its_members_rights_only_those_it_was_given(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        using var seller = await tenant.As(BuiltInRoles.Salesperson);
        using var program = Key(tenant, (await seller.Post("/api/v1/api-keys", new { name = "Reader", permissions = new[] { "ReadCustomers" } })).Ok());

        (await Get(program, "customers")).Ok();
        (await Get(program, "opportunities")).Refused(HttpStatusCode.Forbidden, "auth/not-permitted");
        Assert.Equal(["ReadCustomers"], (await Get(program, "me")).Ok()["permissions"]!.AsArray().Select(row => (string?)row));

        // A right that the member loses is lost to the key; one that a release no longer knows leaves it with none.
        await tenant.Write<int>(async (db, ct) =>
        {
            await db.Database.ExecuteSqlRawAsync("""update org_api_keys set "Permissions" = 'FlyToTheMoon'""", ct);
            return 0;
        });
        Forget(tenant);
        (await Get(program, "customers")).Refused(HttpStatusCode.Forbidden, "auth/not-permitted");
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Nobody_makes_a_key_that_can_more_than_they_can(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        using var seller = await tenant.As(BuiltInRoles.Salesperson);

        (await seller.Post("/api/v1/api-keys", new { name = "x", permissions = new[] { "ManageRoles" } })).Refused(HttpStatusCode.BadRequest, "api-keys/beyond-member");
        (await seller.Post("/api/v1/api-keys", new { name = "x", permissions = new[] { "FlyToTheMoon" } })).Refused(HttpStatusCode.BadRequest);
        (await seller.Post("/api/v1/api-keys", new { name = "x", permissions = Array.Empty<string>() })).Refused(HttpStatusCode.BadRequest, "api-keys/invalid");
        (await seller.Post("/api/v1/api-keys", new { name = "x", memberId = tenant.Admin.MemberId })).Refused(HttpStatusCode.Forbidden, "auth/not-permitted");
        (await seller.Post("/api/v1/api-keys", new { name = "", expiresAt = "2020-01-01T00:00:00Z" })).Refused(HttpStatusCode.BadRequest, "api-keys/invalid");

        (await tenant.Admin.Post("/api/v1/roles", new { key = "key-keeper", name = "Key keeper", permissions = new[] { "ManageApiKeys", "ReadOrganization" }, scopes = new Dictionary<string, string> { ["Members"] = "All" } })).Ok();
        using var keeper = await tenant.As("key-keeper");
        (await keeper.Post("/api/v1/api-keys", new { name = "x", memberId = tenant.Admin.MemberId })).Refused(HttpStatusCode.Forbidden, "api-keys/beyond-own-rights");
        // Alike in rights, further in sight: that is more too.
        (await tenant.Admin.Post("/api/v1/roles", new { key = "watcher", name = "Watcher", permissions = new[] { "ReadOrganization" }, scopes = new Dictionary<string, string> { ["Customers"] = "All" } })).Ok();
        using var watcher = await tenant.As("watcher");
        (await keeper.Post("/api/v1/api-keys", new { name = "x", memberId = watcher.MemberId })).Refused(HttpStatusCode.Forbidden, "api-keys/beyond-own-rights");
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_key_makes_no_keys_so_that_revoking_it_ends_it(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        using var program = Key(tenant, (await tenant.Admin.Post("/api/v1/api-keys", new { name = "Mother" })).Ok());

        (await Send(program, HttpMethod.Post, "api-keys", """{"name": "Child"}""")).Refused(HttpStatusCode.Forbidden, "auth/session-needed");
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Everybody_manages_the_own_keys_and_an_administrator_all(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var other = await hosts.NewTenant(engine);
        using var seller = await tenant.As(BuiltInRoles.Salesperson);
        var sellers = (await seller.Post("/api/v1/api-keys", new { name = "Of the seller" })).Ok();
        var admins = (await tenant.Admin.Post("/api/v1/api-keys", new { name = "Of the administrator" })).Ok();
        var given = (await tenant.Admin.Post("/api/v1/api-keys", new { name = "Given", memberId = seller.MemberId })).Ok();

        Assert.Equal(["Given", "Of the seller"], await Names(seller));
        Assert.Equal(["Given", "Of the administrator", "Of the seller"], await Names(tenant.Admin));
        (await seller.Get($"/api/v1/api-keys/{admins.Id}")).Refused(HttpStatusCode.NotFound, "api-keys/not-found");
        (await seller.Post($"/api/v1/api-keys/{admins.Id}/revoke", null, "*")).Refused(HttpStatusCode.NotFound);
        (await seller.Patch($"/api/v1/api-keys/{admins.Id}", new { name = "Mine" }, "*")).Refused(HttpStatusCode.NotFound);
        (await other.Admin.Get($"/api/v1/api-keys/{admins.Id}")).Refused(HttpStatusCode.NotFound);
        (await other.Admin.Post($"/api/v1/api-keys/{admins.Id}/revoke", null, "*")).Refused(HttpStatusCode.NotFound);

        var renamed = (await seller.Patch($"/api/v1/api-keys/{sellers.Id}", new { name = "Renamed" }, sellers.ETag)).Ok();
        Assert.Equal("Renamed", (string?)renamed["name"]);
        (await seller.Patch($"/api/v1/api-keys/{sellers.Id}", new { name = "Again" }, sellers.ETag)).Refused(HttpStatusCode.PreconditionFailed);
        (await seller.Patch($"/api/v1/api-keys/{sellers.Id}", new { permissions = new[] { "ReadCustomers" } }, "*")).Refused(HttpStatusCode.BadRequest, "request/unknown-field");
        (await tenant.Admin.Post($"/api/v1/api-keys/{given.Id}/revoke", null, "*")).Ok();
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task An_expired_key_is_refused(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var made = (await tenant.Admin.Post("/api/v1/api-keys", new { name = "Short", expiresAt = DateTime.UtcNow.AddSeconds(3) })).Ok();
        using var program = Key(tenant, made);
        (await Get(program, "me")).Ok();

        await Eventually.True(async () => (await Get(program, "me")).Status == HttpStatusCode.Unauthorized, "the key has expired");
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task The_last_use_of_a_key_is_known_without_touching_its_version(Engine engine)
    {
        await using var host = await TestHost.Start(engine, new TestHostOptions
        {
            Settings = new Dictionary<string, string> { ["Crm:ApiKeys:LastUsedEvery"] = "00:00:00.1" },
        });
        var tenant = await host.NewTenant();
        var made = (await tenant.Admin.Post("/api/v1/api-keys", new { name = "Used" })).Ok();
        Assert.Null((await tenant.Admin.Get($"/api/v1/api-keys/{made.Id}")).Ok()["lastUsedAt"]);
        using var program = Key(tenant, made);
        (await Get(program, "me")).Ok();

        var first = await Eventually.Get(() => LastUsed(tenant, made.Id), at => at is not null, "the first use is written");
        await Eventually.Get(
            async () =>
            {
                (await Get(program, "me")).Ok();
                return await LastUsed(tenant, made.Id);
            },
            at => at > first, "a later use is written");

        Assert.Equal(made.Version, (await tenant.Admin.Get($"/api/v1/api-keys/{made.Id}")).Ok().Version);
    }

    internal static HttpClient Key(TestTenant tenant, Answer made)
    {
        var http = tenant.Host.Anonymous();
        http.DefaultRequestHeaders.Add("X-Api-Key", (string)made["key"]!);
        return http;
    }

    internal static Task<Answer> Get(HttpClient program, string path) => Send(program, HttpMethod.Get, path, null);

    static async Task<Answer> Send(HttpClient program, HttpMethod method, string path, string? json)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1/{path}");
        if (json is not null) request.Content = new StringContent(json, new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));
        using var response = await program.SendAsync(request, TestContext.Current.CancellationToken);
        return await Answer.Of(response);
    }

    static async Task<DateTime?> LastUsed(TestTenant tenant, Guid id) =>
        (DateTime?)(await tenant.Admin.Get($"/api/v1/api-keys/{id}")).Ok()["lastUsedAt"];

    static async Task<string[]> Names(Session session) =>
        [.. (await session.Get("/api/v1/api-keys")).Ok()["items"]!.AsArray().Select(row => (string)row!["name"]!)];

    static void Forget(TestTenant tenant) =>
        ((ITenantIntake)tenant.Host.Services.GetService(typeof(ITenantIntake))!).Refresh(tenant.Id);

    static async Task<List<string>> Audited(TestTenant tenant)
    {
        await using var db = tenant.Read();
        return await db.Set<AuditRow>().Where(row => row.RecordType == "ApiKey").Select(row => row.Changes).ToListAsync(TestContext.Current.CancellationToken);
    }

    // The stored answers are where a secret would most easily be forgotten.
    static async Task<string> Everything(TestTenant tenant)
    {
        await using var db = tenant.Read();
        var answers = await db.Database.SqlQueryRaw<string>("""select "Answer" as "Value" from sys_idempotency""").ToListAsync(TestContext.Current.CancellationToken);
        Assert.NotEmpty(answers);
        return string.Concat(answers);
    }
}
