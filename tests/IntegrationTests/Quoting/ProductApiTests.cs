using System.Net;
using Crm.Contracts.Organization;
using Crm.IntegrationTests.Fixtures;
using Crm.Platform.Data;
using Xunit;

namespace Crm.IntegrationTests.Quoting;

public sealed class ProductApiTests(Hosts hosts)
{
    public static TheoryData<Engine> Engines => Fixtures.Engines.All;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_code_belongs_to_one_product_whatever_its_case(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        (await tenant.Admin.Post("/api/v1/products", Product("GTX-1", 4821.125m))).Ok();

        (await tenant.Admin.Post("/api/v1/products", Product("gtx-1", 1))).Refused(HttpStatusCode.Conflict, "products/code-taken");
        var parallel = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => tenant.Admin.Post("/api/v1/products", Product("MG-1", 1))));
        Assert.Equal(1, parallel.Count(answer => answer.Status == HttpStatusCode.Created));
        Assert.All(parallel, answer => Assert.True(answer.Status is HttpStatusCode.Created or HttpStatusCode.Conflict, answer.Text));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task An_outside_systems_key_makes_one_product_and_then_replaces_it(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);

        var answers = await Task.WhenAll(Enumerable.Range(1, 5).Select(price => tenant.Admin.Put("/api/v1/products/by-external/erp/7", Product("P-7", price))));

        Assert.Single(answers.Select(answer => answer.Ok().Id).Distinct());
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Prices_keep_six_decimals_and_nothing_impossible_is_a_price(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        using var seller = await tenant.As(BuiltInRoles.Salesperson);

        var made = (await tenant.Admin.Post("/api/v1/products", Product("A", 0.123456m))).Ok();
        Assert.Equal(0.123456m, (decimal)(await seller.Get($"/api/v1/products/{made.Id}")).Ok()["listPrice"]!["amount"]!);
        foreach (var price in new[] { "-1", "0.1234567", "1e15", "\"1\"", "null" })
            (await tenant.Admin.Post("/api/v1/products", $$$"""{"code":"B","name":"B","listPrice":{"amount":{{{price}}},"currency":"CNY"}}""")).Refused(HttpStatusCode.BadRequest);
        (await tenant.Admin.Post("/api/v1/products", """{"code":"B","name":"B","listPrice":{"amount":1,"currency":"XXX"}}""")).Refused(HttpStatusCode.BadRequest);
    }

    static object Product(string code, decimal price) => new { code, name = $"Product {code}", listPrice = new { amount = price, currency = "CNY" } };
}
