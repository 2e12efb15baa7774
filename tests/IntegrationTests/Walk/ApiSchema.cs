using System.Text.Json.Nodes;

namespace Crm.IntegrationTests.Walk;

/// <summary>A schema of the API document, references followed.</summary>
sealed class ApiSchema
{
    readonly JsonNode _document;
    readonly JsonObject _node;
    readonly JsonObject _outer;

    public ApiSchema(JsonNode document, JsonObject node)
    {
        _document = document;
        _outer = node;
        _node = Follow(document, node);
    }

    public string? Type => (string?)_node["type"];

    public string? Format => (string?)_node["format"];

    public string? Pattern => (string?)_node["pattern"];

    public string Description => (string?)_outer["description"] ?? (string?)_node["description"] ?? "";

    public bool IsId => Format is "guid" or "uuid";

    public IReadOnlyList<string> Enum => [.. (_node["enum"] as JsonArray)?.Select(value => value!.ToString()) ?? []];

    public ApiSchema? Items => _node["items"] is JsonObject items ? new(_document, items) : null;

    public IReadOnlyList<string> Required => [.. (_node["required"] as JsonArray)?.Select(name => (string)name!) ?? []];

    /// <summary>Schema of the values where the members are free, as in a map.</summary>
    public ApiSchema? Additional => _node["additionalProperties"] is JsonObject values ? new(_document, values) : null;

    public IReadOnlyDictionary<string, ApiSchema> Properties =>
        (_node["properties"] as JsonObject)?.ToDictionary(property => property.Key, property => new ApiSchema(_document, property.Value!.AsObject()))
        ?? [];

    static JsonObject Follow(JsonNode document, JsonObject node)
    {
        while (true)
        {
            if ((string?)node["$ref"] is { } reference)
                node = reference.TrimStart('#', '/').Split('/').Aggregate(document, (at, name) => at[name]!).AsObject();
            else if ((node["oneOf"] ?? node["allOf"]) is JsonArray { Count: > 0 } some)
                node = some[0]!.AsObject();
            else
                return node;
        }
    }
}
