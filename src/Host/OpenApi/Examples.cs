using Newtonsoft.Json.Linq;
using NJsonSchema;
using NSwag;
using NSwag.Generation.Processors;
using NSwag.Generation.Processors.Contexts;

namespace Crm.Host.OpenApi;

/// <summary>An example body for every request and answer, made from its schema with values a salesperson would recognise.</summary>
sealed class Examples : IDocumentProcessor
{
    const int Deepest = 6;

    static readonly Dictionary<string, JToken> ByName = new(StringComparer.OrdinalIgnoreCase)
    {
        ["tenant"] = "demo",
        ["slug"] = "demo",
        ["userName"] = "seller",
        ["password"] = "Demo-2026!",
        ["displayName"] = "Li Na",
        ["email"] = "li.na@example.com",
        ["phone"] = "+86 10 5550 0101",
        ["mobile"] = "+86 138 0000 0000",
        ["name"] = "Huadong Power, substation monitoring",
        ["title"] = "Not valid",
        ["currency"] = "CNY",
        ["baseCurrency"] = "CNY",
        ["amount"] = 128000.50m,
        ["weighted"] = 32000.13m,
        ["probability"] = 0.25m,
        ["stage"] = "discover",
        ["toStage"] = "propose",
        ["stageName"] = "Discover",
        ["key"] = "discover",
        ["language"] = "zh-CN",
        ["timeZone"] = "Asia/Shanghai",
        ["version"] = 3,
        ["count"] = 12,
        ["code"] = "opportunities/no-such-transition",
        ["detail"] = "From 'discover' this method goes to 'propose' or back to 'qualify'.",
        ["traceId"] = "4bf92f3577b34da6a3ce929d0e0e4736",
        ["type"] = "urn:crm:problem:opportunities/no-such-transition",
        ["status"] = 409,
        ["expiresIn"] = 900,
        ["reason"] = "The customer asked for a second site.",
        ["nextCursor"] = "eyJTb3J0IjoiLWFtb3VudCJ9",
        ["accessToken"] = "eyJhbGciOiJFUzI1NiJ9.e30.c2ln",
        ["refreshToken"] = "3q2-7wEjRWeJq83v",
    };

    public void Process(DocumentProcessorContext context)
    {
        foreach (var operation in context.Document.Operations.Select(o => o.Operation))
        {
            foreach (var (type, media) in operation.RequestBody?.Content ?? new Dictionary<string, OpenApiMediaType>())
                Show(type, media);
            foreach (var (type, media) in operation.Responses.Values.SelectMany(r => r.Content))
                Show(type, media);
        }
    }

    static void Show(string type, OpenApiMediaType media)
    {
        if (type.EndsWith("json", StringComparison.Ordinal) && media.Schema is not null && media.Example is null)
            media.Example = Of(media.Schema, "", 0);
    }

    static JToken Of(JsonSchema schema, string name, int depth)
    {
        var actual = schema.ActualTypeSchema;
        if (actual.Enumeration.Count > 0)
            return JToken.FromObject(actual.Enumeration.First(value => value is not null)!);
        if (actual.Type.HasFlag(JsonObjectType.Array))
            return depth > Deepest || actual.Item is null ? new JArray() : new JArray(Of(actual.Item, name, depth + 1));
        if (actual.Type.HasFlag(JsonObjectType.Object) || actual.ActualProperties.Count > 0)
            return Object(actual, depth);
        return ByName.TryGetValue(name, out var known) && Fits(known, actual) ? known.DeepClone() : ByType(actual);
    }

    static JObject Object(JsonSchema schema, int depth)
    {
        var made = new JObject();
        foreach (var (name, property) in schema.ActualProperties)
        {
            if (depth < Deepest)
                made[name] = Of(property, name, depth + 1);
        }

        if (schema.AdditionalPropertiesSchema is { } values && depth < Deepest)
        {
            if (values.ActualSchema.Type == JsonObjectType.None) made["warrantyUntil"] = "2027-12-31";
            else made["amount"] = Of(values, "", depth + 1);
        }

        return made;
    }

    static bool Fits(JToken value, JsonSchema schema) => value.Type switch
    {
        JTokenType.String => schema.Type.HasFlag(JsonObjectType.String) && schema.Format is null,
        JTokenType.Integer => schema.Type.HasFlag(JsonObjectType.Integer) || schema.Type.HasFlag(JsonObjectType.Number),
        _ => schema.Type.HasFlag(JsonObjectType.Number),
    };

    static JToken ByType(JsonSchema schema) => schema.Type switch
    {
        var t when t.HasFlag(JsonObjectType.Boolean) => true,
        var t when t.HasFlag(JsonObjectType.Integer) => 1,
        var t when t.HasFlag(JsonObjectType.Number) => 1.5m,
        _ => schema.Format switch
        {
            "guid" or "uuid" => "0193a5b0-7c4e-7d10-9a3f-5b1c2d3e4f50",
            "date-time" => "2026-11-23T08:00:00Z",
            "date" => "2026-12-31",
            _ => schema.Pattern == "^[A-Z]{3}$" ? "CNY" : "text",
        },
    };
}
