using System.Globalization;
using System.Text.Json.Nodes;

namespace Crm.IntegrationTests.Walk;

/// <summary>One operation of the API document.</summary>
sealed class ApiOperation
{
    readonly JsonNode _document;
    readonly JsonObject _node;

    public ApiOperation(JsonNode document, string path, string method, JsonObject node)
    {
        _document = document;
        _node = node;
        Path = path;
        Method = new HttpMethod(method.ToUpperInvariant());
        Id = (string)node["operationId"]!;
        Parameters =
        [
            .. (node["parameters"] as JsonArray ?? []).Select(parameter => new ApiParameter(
                (string)parameter!["name"]!, (string)parameter["in"]!, (bool?)parameter["required"] == true,
                new ApiSchema(document, parameter["schema"]!.AsObject()), (string?)parameter["description"] ?? "")),
        ];
    }

    public string Id { get; }

    public HttpMethod Method { get; }

    /// <summary>As in the document, with <c>{id}</c> in it.</summary>
    public string Path { get; }

    public IReadOnlyList<ApiParameter> Parameters { get; }

    public IEnumerable<ApiParameter> InPath => Parameters.Where(parameter => parameter.In == "path");

    public IEnumerable<ApiParameter> InQuery => Parameters.Where(parameter => parameter.In == "query");

    public bool NeedsIfMatch => Parameters.Any(parameter => parameter.Name == "If-Match");

    public bool TakesIdempotencyKey => Parameters.Any(parameter => parameter.Name == "Idempotency-Key");

    public bool IsAnonymous => _node["security"] is not JsonArray { Count: > 0 };

    /// <summary>The rights it says it needs.</summary>
    public IReadOnlyList<string> Permissions => [.. (_node["x-permissions"] as JsonArray ?? []).Select(right => (string)right!)];

    /// <summary>The module that serves it.</summary>
    public string? Module => (string?)_node["x-module"];

    /// <summary>Reads items and at most what pages them.</summary>
    public bool IsList => Method == HttpMethod.Get && Answer?.Properties.GetValueOrDefault("items")?.Type == "array"
        && Answer.Properties.Keys.All(name => name is "items" or "nextCursor" or "totalCount" or "totalIsCapped");

    public IReadOnlyList<string> BodyTypes => [.. (_node["requestBody"]?["content"] as JsonObject)?.Select(content => content.Key) ?? []];

    public ApiSchema? Body => SchemaOf(_node["requestBody"]);

    /// <summary>The status that it documents for success: exactly one.</summary>
    public int Success => int.Parse(_node["responses"]!.AsObject().Single(answer => answer.Key.StartsWith('2')).Key, CultureInfo.InvariantCulture);

    public ApiSchema? Answer => SchemaOf(_node["responses"]!.AsObject().Single(answer => answer.Key.StartsWith('2')).Value);

    public bool IsStream => _node["responses"]!.AsObject().Any(answer => answer.Value?["content"]?["text/event-stream"] is not null);

    public override string ToString() => $"{Id} ({Method} {Path})";

    ApiSchema? SchemaOf(JsonNode? message) =>
        (message?["content"] as JsonObject)?.Select(content => content.Value?["schema"]).OfType<JsonObject>().FirstOrDefault() is { } schema
            ? new ApiSchema(_document, schema)
            : null;
}
