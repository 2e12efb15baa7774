using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Builder;

namespace Crm.Platform.Http;

/// <summary>
/// A JSON merge patch (RFC 7396) over the editable part of a resource: a member that is sent replaces, <c>null</c> clears, what is not
/// sent stays. Bound as the handler parameter of a PATCH.
/// </summary>
/// <typeparam name="T">The editable part; its members are what the patch may name.</typeparam>
public sealed class MergePatch<T> : IEndpointParameterMetadataProvider
    where T : class
{
    readonly JsonObject _patch;

    MergePatch(JsonObject patch) => _patch = patch;

    public bool Has(string member) => _patch.ContainsKey(member);

    /// <summary>The editable part with the patch applied; a refusal (400) naming the member that is unknown or of the wrong type.</summary>
    public Outcome<T> ApplyTo(T current)
    {
        var merged = JsonSerializer.SerializeToNode(current, ApiJson.Options)!.AsObject();
        Merge(merged, _patch);
        try
        {
            return merged.Deserialize<T>(ApiJson.Options)!;
        }
        catch (JsonException e)
        {
            return BadBody.Explain(e);
        }
    }

    public static async ValueTask<MergePatch<T>?> BindAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (!http.Request.HasJsonContentType() && http.Request.ContentType?.StartsWith("application/merge-patch+json", StringComparison.OrdinalIgnoreCase) != true)
            throw new RefusedException(new Refusal(RefusalKind.Unsupported, "request/unsupported-media-type", "Send application/merge-patch+json."));
        try
        {
            var node = await JsonNode.ParseAsync(
                http.Request.Body, null,
                new JsonDocumentOptions { MaxDepth = ApiJson.Options.MaxDepth, AllowDuplicateProperties = false }, http.RequestAborted);
            if (node is not JsonObject patch) throw new RefusedException(Refusal.BadRequest("request/bad-json", "A merge patch is a JSON object."));
            Read(patch);
            return new MergePatch<T>(patch);
        }
        catch (JsonException e)
        {
            throw new RefusedException(BadBody.Explain(e));
        }
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Metadata.Add(new AcceptsMetadata(["application/merge-patch+json", "application/json"], typeof(T)));
    }

    // A parsed node keeps names and texts as bytes until somebody asks for them; bytes that are no text must be found here and not then.
    static void Read(JsonNode? node)
    {
        try
        {
            if (node is JsonObject members)
            {
                foreach (var (_, value) in members) Read(value);
            }
            else if (node is JsonArray items)
            {
                foreach (var item in items) Read(item);
            }
            else if (node?.GetValueKind() == JsonValueKind.String)
            {
                _ = node.GetValue<string>();
            }
        }
        catch (InvalidOperationException)
        {
            throw new RefusedException(Refusal.BadRequest("request/bad-json", "The body has a text that is no valid Unicode."));
        }
    }

    static void Merge(JsonObject target, JsonObject patch)
    {
        foreach (var (name, value) in patch)
        {
            if (value is JsonObject inner && target[name] is JsonObject existing && !IsWhole(inner)) Merge(existing, inner);
            else target[name] = value?.DeepClone();
        }
    }

    // Money is one value, not two: amount without its currency means nothing.
    static bool IsWhole(JsonObject value) => value.ContainsKey("amount") || value.ContainsKey("currency");
}
