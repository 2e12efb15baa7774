using System.Net;
using Crm.Contracts.Organization;
using Crm.IntegrationTests.Fixtures;
using Crm.Platform.Data;
using Xunit;

namespace Crm.IntegrationTests.Organization;

public sealed class AccessTests(Hosts hosts)
{
    public static TheoryData<Engine> Engines => Fixtures.Engines.All;

    [Theory]
    [MemberData(nameof(Engines))]
    [Trait("Promise", "S-26")]
    public async Task The_same_call_with_two_tokens_returns_different_rows(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        using var manager = await tenant.As(BuiltInRoles.SalesManager, TestTenant.North);
        using var north = await tenant.As(BuiltInRoles.Salesperson, TestTenant.North);
        using var other = await tenant.As(BuiltInRoles.Salesperson, TestTenant.North);
        using var south = await tenant.As(BuiltInRoles.Salesperson, TestTenant.South);
        var mine = (await north.Post("/api/v1/customers", new { name = "Of north" })).Ok();
        (await other.Post("/api/v1/customers", new { name = "Of the other" })).Ok();
        (await south.Post("/api/v1/customers", new { name = "Of south" })).Ok();

        Assert.Equal(["Of north"], await Names(north));
        Assert.Equal(["Of south"], await Names(south));
        Assert.Equal(["Of north", "Of the other"], await Names(manager));
        Assert.Equal(["Of north", "Of south", "Of the other"], await Names(tenant.Admin));
        (await south.Get($"/api/v1/customers/{mine.Id}")).Refused(HttpStatusCode.NotFound, "customers/not-found");
        (await manager.Get($"/api/v1/customers/{mine.Id}")).Ok();
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_foreign_tenants_ids_are_not_there(Engine engine)
    {
        var ours = await hosts.NewTenant(engine);
        var theirs = await hosts.NewTenant(engine);
        var customer = (await theirs.Admin.Post("/api/v1/customers", new { name = "Theirs" })).Ok();
        var product = (await theirs.Admin.Post("/api/v1/products", new { code = "T", name = "T", listPrice = new { amount = 1, currency = "CNY" } })).Ok();
        var department = (Guid)(await theirs.Admin.Get("/api/v1/departments")).Ok()["items"]![0]!["id"]!;

        foreach (var path in new[] { $"customers/{customer.Id}", $"products/{product.Id}", $"departments/{department}", $"members/{theirs.Admin.MemberId}" })
        {
            (await ours.Admin.Get($"/api/v1/{path}")).Refused(HttpStatusCode.NotFound);
            (await ours.Admin.Patch($"/api/v1/{path}", new { name = "x" }, "*")).Refused(HttpStatusCode.NotFound);
            (await ours.Admin.Delete($"/api/v1/{path}", "*")).Refused(HttpStatusCode.NotFound);
        }
        (await ours.Admin.Post("/api/v1/customers", new { name = "x", ownerId = theirs.Admin.MemberId })).Refused(HttpStatusCode.BadRequest);
        (await ours.Admin.Post("/api/v1/customers", new { name = "x", parentId = customer.Id })).Refused(HttpStatusCode.BadRequest);
        Assert.Empty((await ours.Admin.Get($"/api/v1/customers?parentId={customer.Id}")).Ok()["items"]!.AsArray());
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task The_last_administrator_cannot_be_locked_out(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var admin = $"/api/v1/members/{tenant.Admin.MemberId}";

        (await tenant.Admin.Post($"{admin}/disable", null, "*")).Refused(HttpStatusCode.Conflict, "organization/last-administrator");
        (await tenant.Admin.Delete(admin, "*")).Refused(HttpStatusCode.Conflict, "organization/last-administrator");
        (await tenant.Admin.Patch(admin, new { roles = new[] { "read-only" } }, "*")).Refused(HttpStatusCode.Conflict, "organization/last-administrator");

        using var second = await tenant.As(BuiltInRoles.Administrator);
        var answers = await Task.WhenAll(
            tenant.Admin.Post($"/api/v1/members/{second.MemberId}/disable", null, "*"),
            second.Post($"{admin}/disable", null, "*"));
        Assert.True(answers.Count(answer => answer.Status == HttpStatusCode.OK) <= 1, string.Join(" | ", answers.Select(answer => answer.Text)));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Departments_form_a_tree_without_cycles_even_under_parallel_moves(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var root = (Guid)(await tenant.Admin.Get("/api/v1/departments")).Ok()["items"]![0]!["id"]!;
        var a = (await tenant.Admin.Post("/api/v1/departments", new { name = "A", parentId = root })).Ok().Id;
        var b = (await tenant.Admin.Post("/api/v1/departments", new { name = "B", parentId = root })).Ok().Id;

        var moves = await Task.WhenAll(Move(a, b), Move(b, a));

        Assert.Equal(1, moves.Count(move => move.Status == HttpStatusCode.OK));
        (await Move(root, a)).Refused(HttpStatusCode.Conflict, "departments/root");

        Task<Answer> Move(Guid id, Guid parentId) => tenant.Admin.Post($"/api/v1/departments/{id}/move", new { parentId }, "*");
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_moved_member_keeps_their_history_with_the_old_department(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        using var seller = await tenant.As(BuiltInRoles.Salesperson, TestTenant.North);
        using var other = await tenant.As(BuiltInRoles.Salesperson, TestTenant.South);
        var south = (Guid)(await tenant.Admin.Get($"/api/v1/members/{other.MemberId}")).Ok()["departmentId"]!;

        (await tenant.Admin.Post($"/api/v1/members/{seller.MemberId}/move", new { departmentId = south }, "*")).Ok();

        var history = (await tenant.Admin.Get($"/api/v1/members/{seller.MemberId}/departments")).Ok()["items"]!.AsArray();
        Assert.Equal([TestTenant.South, TestTenant.North], history.Select(row => (string?)row!["departmentName"]));
        Assert.Null(history[0]!["to"]);
        Assert.NotNull(history[1]!["to"]);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Nobody_gives_rights_that_they_do_not_have(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        using var seller = await tenant.As(BuiltInRoles.Salesperson);

        (await seller.Post("/api/v1/members", new { userName = "eve", displayName = "Eve", departmentId = tenant.Id, roles = new[] { "administrator" } }))
            .Refused(HttpStatusCode.Forbidden, "auth/not-permitted");
        (await seller.Patch($"/api/v1/members/{seller.MemberId}", new { roles = new[] { "administrator" } }, "*")).Refused(HttpStatusCode.Forbidden);
    }

    static async Task<string[]> Names(Session session) =>
        [.. (await session.Get("/api/v1/customers?sort=name")).Ok()["items"]!.AsArray().Select(row => (string)row!["name"]!)];
}
