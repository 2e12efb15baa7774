using System.Net;
using Crm.Contracts.Organization;
using Crm.IntegrationTests.Fixtures;
using Crm.Platform.Data;
using Crm.Platform.Security;
using Xunit;

namespace Crm.IntegrationTests.Organization;

public sealed class RoleTests(Hosts hosts)
{
    public static TheoryData<Engine> Engines => Fixtures.Engines.All;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_change_of_a_role_counts_for_its_holders_with_their_next_request(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var made = (await tenant.Admin.Post("/api/v1/roles", Role("reader", "ReadCustomers"))).Ok();
        using var holder = await tenant.As("reader");
        (await tenant.Admin.Post("/api/v1/customers", new { name = "Of the administrator" })).Ok();
        (await holder.Get("/api/v1/products")).Refused(HttpStatusCode.Forbidden, "auth/not-permitted");
        Assert.Empty((await holder.Get("/api/v1/customers")).Ok()["items"]!.AsArray());

        var changed = (await tenant.Admin.Patch($"/api/v1/roles/{made.Id}", new { permissions = new[] { "ReadCustomers", "ReadProducts" }, scopes = Sees(("Customers", "All")) }, made.ETag)).Ok();

        (await holder.Get("/api/v1/products")).Ok();
        Assert.Single((await holder.Get("/api/v1/customers")).Ok()["items"]!.AsArray());
        Assert.Equal(("All", "Own"), ((string?)changed["scopes"]!["Customers"], (string?)changed["scopes"]!["Opportunities"]));
        Assert.Equal(1, (int)changed["members"]!);
        (await tenant.Admin.Patch($"/api/v1/roles/{made.Id}", new { name = "Late" }, made.ETag)).Refused(HttpStatusCode.PreconditionFailed);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_held_role_is_not_archived_and_an_archived_one_comes_back(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var made = (await tenant.Admin.Post("/api/v1/roles", Role("reader", "ReadCustomers"))).Ok();
        using var holder = await tenant.As("reader");
        var path = $"/api/v1/roles/{made.Id}";

        (await tenant.Admin.Delete(path, made.ETag)).Refused(HttpStatusCode.Conflict, "roles/held");

        (await tenant.Admin.Patch($"/api/v1/members/{holder.MemberId}", new { roles = new[] { "read-only" } }, "*")).Ok();
        var archived = (await tenant.Admin.Delete(path, made.ETag)).Ok();
        Assert.NotNull(archived["archivedAt"]);
        (await tenant.Admin.Patch($"/api/v1/members/{holder.MemberId}", new { roles = new[] { "reader" } }, "*")).Refused(HttpStatusCode.BadRequest, "roles/not-found");
        (await tenant.Admin.Post("/api/v1/roles", Role("reader", "ReadCustomers"))).Refused(HttpStatusCode.Conflict, "roles/key-taken");
        (await tenant.Admin.Post($"{path}/restore", null, archived.ETag)).Ok();
        (await tenant.Admin.Patch($"/api/v1/members/{holder.MemberId}", new { roles = new[] { "reader" } }, "*")).Ok();
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Built_in_roles_may_be_changed_but_never_archived(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var roles = (await tenant.Admin.Get("/api/v1/roles?builtIn=true")).Ok()["items"]!.AsArray();
        Assert.Equal(11, roles.Count);
        var planning = roles.Single(role => (string?)role!["key"] == "planning")!;

        (await tenant.Admin.Delete($"/api/v1/roles/{planning["id"]}", "*")).Refused(HttpStatusCode.Conflict, "roles/built-in");
        var renamed = (await tenant.Admin.Patch($"/api/v1/roles/{planning["id"]}", new { name = "计划员" }, "*")).Ok();

        Assert.Equal("计划员", (string?)renamed["name"]);
        Assert.Equal(renamed.Text, (await tenant.Admin.Get($"/api/v1/roles/{planning["id"]}")).Ok().Text);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task The_administrators_role_never_loses_administration(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var id = (await Find(tenant, "administrator")).Id;

        (await tenant.Admin.Patch($"/api/v1/roles/{id}", new { permissions = new[] { "ReadOrganization", "ManageMembers" } }, "*")).Refused(HttpStatusCode.Conflict, "roles/administrator-kept");
        (await tenant.Admin.Patch($"/api/v1/roles/{id}", new { permissions = Array.Empty<string>() }, "*")).Refused(HttpStatusCode.BadRequest, "roles/invalid");

        // What an administrator's role has lost, an administrator can give it back.
        (await tenant.Admin.Patch($"/api/v1/roles/{id}", new { permissions = new[] { "ManageMembers", "ManageRoles", "ReadOrganization" } }, "*")).Ok();
        using var second = await tenant.As(BuiltInRoles.Administrator);
        (await second.Get("/api/v1/events/parked")).Refused(HttpStatusCode.Forbidden);
        (await second.Patch($"/api/v1/roles/{id}", new { permissions = Enum.GetNames<Permission>() }, "*")).Ok();
        (await second.Get("/api/v1/events/parked")).Ok();
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task No_change_of_a_role_leaves_the_tenant_without_an_administrator(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var made = (await tenant.Admin.Post("/api/v1/roles", Role("owner", "ManageMembers", "ManageRoles", "ReadOrganization"))).Ok();
        using var owner = await tenant.As("owner");
        (await tenant.Admin.Patch($"/api/v1/members/{tenant.Admin.MemberId}", new { roles = new[] { "read-only" } }, "*")).Ok();

        (await owner.Patch($"/api/v1/roles/{made.Id}", new { permissions = new[] { "ReadOrganization" } }, "*")).Refused(HttpStatusCode.Conflict, "organization/last-administrator");

        (await owner.Get("/api/v1/me")).Ok();
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Who_manages_roles_alone_gives_no_right_and_no_sight_that_they_lack(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        (await tenant.Admin.Post("/api/v1/roles", Role("role-keeper", "ManageRoles", "ReadOrganization", "ReadCustomers"))).Ok();
        using var keeper = await tenant.As("role-keeper");
        var administrator = (await Find(tenant, "administrator")).Id;

        (await keeper.Post("/api/v1/roles", Role("mighty", "ManageMembers"))).Refused(HttpStatusCode.Forbidden, "roles/beyond-own-rights");
        (await keeper.Post("/api/v1/roles", new { key = "far", name = "Far", permissions = new[] { "ReadCustomers" }, scopes = Sees(("Customers", "All")) })).Refused(HttpStatusCode.Forbidden, "roles/beyond-own-rights");
        (await keeper.Patch($"/api/v1/roles/{administrator}", new { name = "x" }, "*")).Refused(HttpStatusCode.Forbidden, "roles/beyond-own-rights");
        (await keeper.Post("/api/v1/roles", Role("meek", "ReadCustomers"))).Ok();
        using var seller = await tenant.As(BuiltInRoles.Salesperson);
        (await seller.Post("/api/v1/roles", Role("x", "ReadCustomers"))).Refused(HttpStatusCode.Forbidden, "auth/not-permitted");
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_file_gives_no_role_that_its_importer_may_not_give(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        (await tenant.Admin.Post("/api/v1/roles", new
        {
            key = "importer",
            name = "Importer",
            permissions = new[] { "Import", "ManageMembers", "ReadJobs", "ReadOrganization" },
            scopes = new Dictionary<string, string> { ["Members"] = "All" },
        })).Ok();
        using var importer = await tenant.As("importer");
        using var csv = new StringContent("displayName,userName,role\nEve,eve,administrator\n", System.Text.Encoding.UTF8, new System.Net.Http.Headers.MediaTypeHeaderValue("text/csv"));

        var job = (await importer.Post("/api/v1/members/import", csv)).Ok();
        var ended = await Eventually.Get(
            async () => (await importer.Get($"/api/v1/jobs/{job.Id}")).Ok(), seen => (string?)seen["status"] is "Completed" or "Failed", "the import has ended");

        Assert.Contains("members/beyond-own-rights", ended.Text, StringComparison.Ordinal);
        Assert.Empty((await tenant.Admin.Get("/api/v1/members?q=eve")).Ok()["items"]!.AsArray());
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Bad_input_is_refused_with_the_field_named(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var other = await hosts.NewTenant(engine);
        var permissions = new[] { "ReadCustomers" };
        var scopes = Sees(("Customers", "Own"));

        Assert.NotNull((await tenant.Admin.Post("/api/v1/roles", new { key = "Not A Key", name = "x", permissions, scopes })).Refused(HttpStatusCode.BadRequest, "roles/invalid")["errors"]!["key"]);
        Assert.NotNull((await tenant.Admin.Post("/api/v1/roles", new { key = "x1", name = "", permissions, scopes })).Refused(HttpStatusCode.BadRequest, "roles/invalid")["errors"]!["name"]);
        Assert.NotNull((await tenant.Admin.Post("/api/v1/roles", new { key = "x1", name = "x", permissions, scopes = Sees(("Planets", "All")) })).Refused(HttpStatusCode.BadRequest, "roles/invalid")["errors"]!["scopes.Planets"]);
        (await tenant.Admin.Post("/api/v1/roles", new { key = "x1", name = "x", permissions = new[] { "Fly" }, scopes })).Refused(HttpStatusCode.BadRequest, "request/bad-value");
        (await tenant.Admin.Post("/api/v1/roles", new { key = "x1", name = "x", permissions, scopes = Sees(("Customers", "Everything")) })).Refused(HttpStatusCode.BadRequest, "request/bad-value");
        (await tenant.Admin.Post("/api/v1/roles", new { key = "x1", name = "x", permissions = (string[]?)null, scopes })).Refused(HttpStatusCode.BadRequest);
        (await tenant.Admin.Get($"/api/v1/roles/{(await Find(other, "planning")).Id}")).Refused(HttpStatusCode.NotFound, "roles/not-found");
    }

    [Fact]
    public async Task Every_permission_and_kind_of_record_has_words_in_both_languages()
    {
        var tenant = await hosts.NewTenant(Engine.Sqlite);

        var answer = (await tenant.Admin.Get("/api/v1/permissions")).Ok();

        Assert.Equal(Enum.GetNames<Permission>(), answer["permissions"]!.AsArray().Select(row => (string?)row!["key"]));
        Assert.Equal(Enum.GetNames<Resource>(), answer["resources"]!.AsArray().Select(row => (string?)row!["key"]));
        Assert.Equal(Enum.GetNames<DataScope>(), answer["scopes"]!.AsArray().Select(row => (string?)row!["key"]));
        Assert.All(answer["permissions"]!.AsArray(), row => Assert.Contains((string)row!["names"]!["zh"]!, letter => letter > 0x3000));
    }

    static async Task<(Guid Id, string Key)> Find(TestTenant tenant, string key)
    {
        var row = Assert.Single((await tenant.Admin.Get($"/api/v1/roles?key={key}")).Ok()["items"]!.AsArray())!;
        return ((Guid)row["id"]!, (string)row["key"]!);
    }

    static object Role(string key, params string[] permissions) =>
        new { key, name = key, permissions, scopes = Sees(("Customers", "Own"), ("Opportunities", "Own"), ("Members", "All")) };

    static Dictionary<string, string> Sees(params (string Resource, string Scope)[] scopes) => scopes.ToDictionary(pair => pair.Resource, pair => pair.Scope);
}
