using System.Text.Json.Nodes;

namespace Crm.IntegrationTests.Walk;

/// <summary>A place in a body where an id stands: <c>lines/0/productId</c>.</summary>
sealed record IdPlace(IReadOnlyList<string> Path)
{
    public string Field => Path.Last(step => step != "0");

    public static IEnumerable<IdPlace> In(ApiSchema schema) => Of(schema, []);

    /// <summary>Sets the id, making what lies on the way from the body that a request has in full.</summary>
    public void Set(JsonNode body, JsonNode full, string id)
    {
        for (var depth = 0; depth < Path.Count - 1; depth++)
        {
            var step = Path[depth];
            var (next, source) = (At(body, step), At(full, step)!);
            if (next is null)
            {
                next = source.DeepClone();
                if (body is JsonArray array) array.Add(next);
                else body[step] = next;
            }
            (body, full) = (next, source);
        }
        if (body is JsonArray ids)
        {
            ids.Clear();
            ids.Add(id);
        }
        else
        {
            body[Path[^1]] = id;
        }
    }

    public override string ToString() => string.Join('/', Path);

    static JsonNode? At(JsonNode node, string step) => node is JsonArray array ? array.FirstOrDefault() : node[step];

    static IEnumerable<IdPlace> Of(ApiSchema schema, IReadOnlyList<string> path)
    {
        if (path.Count > 8) return [];
        if (schema.IsId) return [new(path)];
        if (schema.Type == "array") return schema.Items is { } items ? Of(items, [.. path, "0"]) : [];
        return schema.Properties.SelectMany(property => Of(property.Value, [.. path, property.Key]));
    }
}
