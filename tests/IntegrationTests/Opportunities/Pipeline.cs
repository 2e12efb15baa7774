using System.Text.Json.Nodes;
using Crm.IntegrationTests.Fixtures;

namespace Crm.IntegrationTests.Opportunities;

/// <summary>What sellers do over the API, in few words.</summary>
static class Pipeline
{
    public static Task<Answer> Open(
        this Session seller, decimal amount = 1000, string currency = "CNY", string type = "NewProject", Guid? owner = null, string? closeDate = "2027-03-31", object? lines = null, object? team = null) =>
        seller.Post("/api/v1/opportunities", lines is null
            ? new { name = $"Deal {amount}", customerId = seller.MemberId, type, amount = new { amount, currency }, ownerId = owner, closeDate, team }
            : new { name = $"Deal {amount}", customerId = seller.MemberId, type, currency, ownerId = owner, closeDate, lines, team });

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
