using System.Text.Json.Nodes;
using Crm.IntegrationTests.Fixtures;

namespace Crm.IntegrationTests.Walk;

/// <summary>Compares two answers but for what differs between any two: the trace, the moment, the id that was asked for.</summary>
static class Unlike
{
    static readonly string[] OfTheMoment = ["traceId", "asOf", "position", "from", "to", "lastStartedAt", "lastEndedAt", "lastOutcome", "runs", "nextAt"];

    /// <summary>Null when the answers tell the same.</summary>
    public static string? Each(Answer one, string id, Answer other, string otherId)
    {
        var (told, otherTold) = (Told(one, id), Told(other, otherId));
        return told == otherTold ? null : $"{told}\n  and not, as for an id that nobody has,\n{otherTold}";
    }

    /// <summary>What an answer tells, wherever and whenever it was asked.</summary>
    public static string Told(Answer answer, string id = "\0")
    {
        var body = answer.Body?.DeepClone();
        Strip(body);
        return $"{(int)answer.Status} {body?.ToJsonString() ?? Event(answer.Text)}".Replace(id, "<id>", StringComparison.OrdinalIgnoreCase);
    }

    // The data of the first event of a stream; comments tell nothing.
    static string Event(string text)
    {
        var data = text.Split('\n').FirstOrDefault(line => line.StartsWith("data: ", StringComparison.Ordinal));
        if (data is null) return text.StartsWith(':') ? "" : text;
        var body = JsonNode.Parse(data[6..]);
        Strip(body);
        return body!.ToJsonString();
    }

    static void Strip(JsonNode? node)
    {
        if (node is JsonObject members)
        {
            foreach (var name in OfTheMoment) members.Remove(name);
            foreach (var (_, value) in members) Strip(value);
        }
        else if (node is JsonArray items)
        {
            foreach (var item in items) Strip(item);
        }
    }
}
