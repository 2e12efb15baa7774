using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Crm.IntegrationTests.Fixtures;

namespace Crm.IntegrationTests.Opportunities;

/// <summary>What sellers do over the API, in few words.</summary>
static class Pipeline
{
    static readonly ConditionalWeakTable<Session, Lazy<Task<Guid>>> Customers = [];

    /// <summary>A customer of the seller's own, made when first asked for.</summary>
    public static Task<Guid> Customer(this Session seller) => Customers.GetValue(seller, _ => new(async () =>
        (await seller.Post("/api/v1/customers", new { name = $"Customer of {seller.MemberId}" })).Ok().Id)).Value;

    /// <summary>A product of the tenant's list. Who sells may not make one, so an administrator does.</summary>
    public static async Task<Guid> Product(this Session admin, string code) =>
        (await admin.Post("/api/v1/products", new { code, name = $"Product {code}", listPrice = new { amount = 10, currency = "CNY" } })).Ok().Id;

    public static async Task<Answer> Open(
        this Session seller, decimal amount = 1000, string currency = "CNY", string type = "NewProject", Guid? owner = null, string? closeDate = "2027-03-31", object? lines = null, object? team = null) =>
        await seller.Post("/api/v1/opportunities", lines is null
            ? new { name = $"Deal {amount}", customerId = await seller.Customer(), type, amount = new { amount, currency }, ownerId = owner, closeDate, team }
            : new { name = $"Deal {amount}", customerId = await seller.Customer(), type, currency, ownerId = owner, closeDate, lines, team });

    public static Task<Answer> Act(this Session seller, Answer deal, string verb, object? body = null, string? key = null) =>
        seller.Post($"/api/v1/opportunities/{deal.Id}/{verb}", body, deal.ETag, key);

    public static Task<Answer> Advance(this Session seller, Answer deal, string toStage) => seller.Act(deal, "advance", new { toStage });

    public static Task<Answer> Funnel(this Session seller, string query = "") => seller.Get($"/api/v1/funnel{query}");

    public static JsonNode? Stage(this Answer funnel, string key, string method = "project-selling") =>
        funnel["stages"]!.AsArray().SingleOrDefault(stage => (string?)stage!["key"] == key && ((string?)stage["methodId"] ?? method) == method);

    public static (int Count, decimal Amount, decimal Weighted) Figures(this JsonNode node) =>
        ((int)node["count"]!, (decimal)node["amount"]!, (decimal)node["weighted"]!);

    /// <summary>Everything but the moment, which two tellings of one state do not share.</summary>
    public static string Told(this Answer funnel) => $"{funnel["stages"]!.ToJsonString()} {funnel["total"]!.ToJsonString()}";
}
