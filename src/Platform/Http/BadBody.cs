using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Crm.Platform.Http;

/// <summary>What was wrong with a body or a parameter, said with the field's name and without a type name of ours.</summary>
public static class BadBody
{
    public static Refusal Explain(JsonException e)
    {
        ArgumentNullException.ThrowIfNull(e);
        var path = (e.Path ?? "$").TrimStart('$').TrimStart('.');
        var message = e.Message;
        if (message.Contains("could not be mapped to any .NET member", StringComparison.Ordinal))
        {
            var name = path.Length > 0 ? path : Quoted(message);
            return Refusal.Field(name, "request/unknown-field", $"There is no field '{name}'.");
        }
        if (message.Contains("missing required properties", StringComparison.Ordinal))
        {
            var names = message[(message.IndexOf("including:", StringComparison.Ordinal) + 10)..].Split(['\'', ',', ' ', '.'], StringSplitOptions.RemoveEmptyEntries);
            return Refusal.Fields("request/missing-field", names.Distinct().ToDictionary(n => path.Length > 0 ? $"{path}.{n}" : n, _ => new[] { "Required." }));
        }
        if (message.Contains("Duplicate property", StringComparison.Ordinal))
        {
            const string twice = "A field stands twice in the body.";
            return Quoted(message) is { Length: > 0 } name ? Refusal.Field(name, "request/duplicate-field", twice) : Refusal.BadRequest("request/duplicate-field", twice);
        }
        if (path.Length == 0)
            return Refusal.BadRequest("request/bad-json", "The body is not the JSON that this call takes.");
        var said = message.Contains("could not be converted", StringComparison.Ordinal) || message.Contains("The JSON value", StringComparison.Ordinal)
            || message.Contains("Path:", StringComparison.Ordinal) && message.Contains("System.", StringComparison.Ordinal)
            ? "Is not of the expected type."
            : message.Split(" Path:")[0];
        return Refusal.Field(path, "request/bad-value", said);
    }

    public static Refusal Explain(BadHttpRequestException e)
    {
        ArgumentNullException.ThrowIfNull(e);
        if (e.InnerException is JsonException json) return Explain(json);
        if (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
            return new Refusal(RefusalKind.TooLarge, "request/too-large", "The body is larger than this call takes.");
        if (e.StatusCode == StatusCodes.Status415UnsupportedMediaType)
            return new Refusal(RefusalKind.Unsupported, "request/unsupported-media-type", "This call takes application/json.");
        var name = Quoted(e.Message).Split(' ') is [.., var last] ? last : "";
        return name.Length > 0
            ? Refusal.Field(name, "request/bad-value", "Is missing or not of the expected type.")
            : Refusal.BadRequest("request/bad-request", "The request could not be read.");
    }

    static string Quoted(string message)
    {
        var parts = message.Split(['\'', '"']);
        return parts.Length > 1 ? parts[1] : "";
    }
}
