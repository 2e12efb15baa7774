using System.Net;
using Crm.Contracts.Organization;
using Crm.IntegrationTests.Fixtures;
using Crm.Platform.Data;
using Xunit;

namespace Crm.IntegrationTests.Customers;

public sealed class CustomerApiTests(Hosts hosts)
{
    public static TheoryData<Engine> Engines => Fixtures.Engines.All;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task An_edit_needs_the_version_that_was_read(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var made = (await tenant.Admin.Post("/api/v1/customers", new { name = "华为技术有限公司", shortName = "华为" })).Ok();
        var path = $"/api/v1/customers/{made.Id}";

        (await tenant.Admin.Patch(path, new { region = "深圳" })).Refused((HttpStatusCode)428);
        var edited = (await tenant.Admin.Patch(path, new { region = "深圳" }, made.ETag)).Ok();
        (await tenant.Admin.Patch(path, new { region = "北京" }, made.ETag)).Refused(HttpStatusCode.PreconditionFailed);

        Assert.Equal(2, edited.Version);
        Assert.Equal("华为", (string?)edited["shortName"]);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task The_same_key_creates_one_customer_even_in_parallel(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => tenant.Admin.Post("/api/v1/customers", new { name = "Once" }, key: "k-1")));

        Assert.All(answers, answer => answer.Ok());
        Assert.Single(answers.Select(answer => answer.Id).Distinct());
        (await tenant.Admin.Post("/api/v1/customers", new { name = "Twice" }, key: "k-1")).Refused(HttpStatusCode.UnprocessableEntity);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task What_is_unknown_or_wrong_is_refused_by_name(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);

        var field = (await tenant.Admin.Post("/api/v1/customers", new { name = "x", colour = "red" })).Refused(HttpStatusCode.BadRequest);
        Assert.NotNull(field["errors"]!["colour"]);
        var parameter = (await tenant.Admin.Get("/api/v1/customers?colour=red")).Refused(HttpStatusCode.BadRequest);
        Assert.NotNull(parameter["errors"]!["colour"]);
        (await tenant.Admin.Post("/api/v1/customers", new { name = "a\0b" })).Refused(HttpStatusCode.BadRequest, "customers/invalid");
        (await tenant.Admin.Post("/api/v1/customers", new { name = new string('x', 201) })).Refused(HttpStatusCode.BadRequest, "customers/invalid");
        (await tenant.Admin.Post("/api/v1/customers", new { name = "x", uscc = "914403001922038217" })).Refused(HttpStatusCode.BadRequest, "customers/invalid");
        (await tenant.Admin.Get("/api/v1/customers?q=%00")).Refused(HttpStatusCode.BadRequest);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task An_outside_systems_key_makes_one_customer_and_then_replaces_it(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(n => tenant.Admin.Put("/api/v1/customers/by-external/erp/42", new { name = $"N{n}" })));
        var last = (await tenant.Admin.Put("/api/v1/customers/by-external/erp/42", new { name = "Last" })).Ok();

        Assert.All(answers, answer => Assert.Equal(last.Id, answer.Ok().Id));
        Assert.Single((await tenant.Admin.Get("/api/v1/customers")).Ok()["items"]!.AsArray());
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_customer_is_found_by_the_beginning_of_its_name_however_it_is_written(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        (await tenant.Admin.Post("/api/v1/customers", new { name = "华为技术有限公司", tags = new[] { "vip" } })).Ok();
        (await tenant.Admin.Post("/api/v1/customers", new { name = "GTX-Pro Ltd." })).Ok();

        Assert.Single((await tenant.Admin.Get("/api/v1/customers?q=华为")).Ok()["items"]!.AsArray());
        Assert.Single((await tenant.Admin.Get("/api/v1/customers?q=gtx%20pro")).Ok()["items"]!.AsArray());
        Assert.Single((await tenant.Admin.Get("/api/v1/customers?tag=vip")).Ok()["items"]!.AsArray());
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Contacts_are_seen_by_those_who_see_their_customer_and_one_is_primary(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        using var north = await tenant.As(BuiltInRoles.Salesperson, TestTenant.North);
        using var south = await tenant.As(BuiltInRoles.Salesperson, TestTenant.South);
        var customer = (await north.Post("/api/v1/customers", new { name = "Of north" })).Ok();
        var first = (await north.Post("/api/v1/contacts", new { customerId = customer.Id, contact = new { name = "王五", isPrimary = true } })).Ok();
        (await north.Post("/api/v1/contacts", new { customerId = customer.Id, contact = new { name = "赵六", isPrimary = true } })).Ok();

        (await south.Get($"/api/v1/contacts/{first.Id}")).Refused(HttpStatusCode.NotFound);
        (await south.Post("/api/v1/contacts", new { customerId = customer.Id, contact = new { name = "x" } })).Refused(HttpStatusCode.BadRequest);
        Assert.Empty((await south.Get("/api/v1/contacts")).Ok()["items"]!.AsArray());
        Assert.Single((await north.Get("/api/v1/contacts?isPrimary=true")).Ok()["items"]!.AsArray());
    }
}
