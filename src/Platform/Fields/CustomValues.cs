using System.Text.Json.Nodes;
using Crm.Platform.Data;

namespace Crm.Platform.Fields;

/// <summary>The custom values of a record as they are stored. In one form only, so that equal values are equal texts.</summary>
/// <param name="Open">Values that name nobody.</param>
/// <param name="Personal">Values that name a person.</param>
public readonly record struct CustomValues(string? Open, string? Personal)
{
    public static readonly CustomValues None;

    public bool IsEmpty => Open is null && Personal is null;

    public static CustomValues Of(ICustomized row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new CustomValues(row.Custom, row.CustomPersonal);
    }

    /// <summary>Every value by its field's key.</summary>
    public SortedDictionary<string, JsonNode> Read()
    {
        var values = new SortedDictionary<string, JsonNode>(StringComparer.Ordinal);
        Read(Open, values);
        Read(Personal, values);
        return values;
    }

    internal static CustomValues Write(IReadOnlyDictionary<string, JsonNode> values, Func<string, bool> isPersonal) =>
        new(Write(values.Where(value => !isPersonal(value.Key))), Write(values.Where(value => isPersonal(value.Key))));

    static void Read(string? json, SortedDictionary<string, JsonNode> into)
    {
        if (json is null) return;
        foreach (var (key, value) in JsonNode.Parse(json)!.AsObject().ToList())
            if (value is not null) into[key] = value;
    }

    static string? Write(IEnumerable<KeyValuePair<string, JsonNode>> values)
    {
        var json = new JsonObject();
        foreach (var (key, value) in values.OrderBy(value => value.Key, StringComparer.Ordinal)) json[key] = value.DeepClone();
        return json.Count == 0 ? null : json.ToJsonString(StoredJson.Options);
    }

    /// <summary>What differs between two texts of one column, by key: for the audit.</summary>
    public static IEnumerable<(string Key, JsonNode? Old, JsonNode? New)> Differences(string? before, string? after)
    {
        if (before == after) yield break;
        SortedDictionary<string, JsonNode> old = new(StringComparer.Ordinal), now = new(StringComparer.Ordinal);
        Read(before, old);
        Read(after, now);
        foreach (var key in old.Keys.Union(now.Keys).Order(StringComparer.Ordinal))
        {
            var (a, b) = (old.GetValueOrDefault(key), now.GetValueOrDefault(key));
            if (!JsonNode.DeepEquals(a, b)) yield return (key, a, b);
        }
    }
}
