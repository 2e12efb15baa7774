using System.Text.Json;
using Crm.Web.Text;

namespace Crm.Web.Parts;

/// <summary>A call that did not succeed: the RFC 9457 document of a refusal, or a server that cannot be reached.</summary>
public sealed record Trouble(int Status, string Code, string Detail, string? TraceId, IReadOnlyDictionary<string, string[]> Errors)
{
    private static readonly Dictionary<string, string[]> NoErrors = [];

    public bool IsStale => Status == 412;

    public bool IsGone => Status == 404;

    /// <summary>A sentence for it in the reader's language.</summary>
    public string Headline(Texts texts) => texts.Refusal(Code) ?? Status switch
    {
        0 => texts.NoConnection,
        401 => texts.SessionEnded,
        403 => texts.NotAllowed,
        404 => texts.Gone,
        412 => texts.StaleTitle,
        429 => texts.TooMany,
        >= 500 or < 300 => texts.ServerTrouble, // an answer that could not be read is no fault of the reader's
        _ when Errors.Count > 0 => texts.CheckFields,
        _ => texts.NotAccepted
    };

    /// <summary>What the server adds: its own sentence where ours is general, and the trace of a fault.</summary>
    public IEnumerable<string> Lines(Texts texts)
    {
        if (Status is >= 400 and < 500 and not (401 or 404 or 412 or 429) && texts.Refusal(Code) is null && Detail.Length > 0 && (Errors.Count == 0 || !Errors.Values.Any(e => e.Contains(Detail)))) yield return texts.ServerWords(Detail);
        if (Status >= 500 && TraceId is not null) yield return texts.TraceId(TraceId);
    }

    /// <summary>What is wrong with one field, in the server's words.</summary>
    public string? Of(string field) => Errors.TryGetValue(field, out var errors) ? errors[0] : null;

    /// <summary>Reads a failure; anything that is not a failure of a call is a fault of ours and not swallowed here.</summary>
    public static Trouble? Read(Exception exception) => exception switch
    {
        // The client reads an answer of a known shape and keeps no text of it.
        Client.CrmException { Problem: { } problem } api => new Trouble(api.StatusCode, problem.Code, problem.Detail, problem.TraceId, problem.Errors.ToDictionary(error => error.Key, error => error.Value.ToArray())),
        Client.CrmException api => FromProblem(api.StatusCode, api.Response),
        HttpRequestException => new Trouble(0, "", "", null, NoErrors),
        _ => null
    };

    public static Trouble FromProblem(int status, string? body)
    {
        if (string.IsNullOrWhiteSpace(body)) return new Trouble(status, "", "", null, NoErrors);
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
            if (root.TryGetProperty("errors", out var fields) && fields.ValueKind == JsonValueKind.Object)
            {
                foreach (var field in fields.EnumerateObject())
                    errors[field.Name] = [.. field.Value.EnumerateArray().Select(e => e.GetString() ?? "")];
            }

            return new Trouble(status, Text(root, "code") ?? "", Text(root, "detail") ?? "", Text(root, "traceId"), errors);
        }
        catch (JsonException)
        {
            return new Trouble(status, "", "", null, NoErrors);
        }
    }

    private static string? Text(JsonElement root, string name) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
