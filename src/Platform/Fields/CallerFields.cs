using System.Text.Json;
using System.Text.Json.Nodes;

namespace Crm.Platform.Fields;

/// <summary>The custom fields of a resource as one caller's roles let them be seen and written.</summary>
public sealed class CallerFields
{
    static readonly IReadOnlyDictionary<string, JsonElement> Nothing = new Dictionary<string, JsonElement>();

    readonly Dictionary<string, (FieldDefinition Field, FieldAccess Access)> _seen = new(StringComparer.Ordinal);
    readonly TenantFields _all;

    internal CallerFields(string resource, IReadOnlyList<FieldDefinition> fields, IReadOnlyCollection<string>? roles, TenantFields all)
    {
        Resource = resource;
        Everything = fields;
        _all = all;
        foreach (var field in fields)
        {
            var access = field.AccessOf(roles);
            if (access != FieldAccess.Hidden) _seen[field.Key] = (field, access);
        }
        ShowsAll = fields.All(field => !field.Retired && _seen.ContainsKey(field.Key));
    }

    public string Resource { get; }

    /// <summary>Whether nothing that a record can hold is kept from the caller.</summary>
    public bool ShowsAll { get; }

    /// <summary>Fields that are shown, in their order.</summary>
    public IEnumerable<(FieldDefinition Field, bool Writable)> Shown =>
        Everything.Where(known => !known.Retired && _seen.ContainsKey(known.Key)).Select(known => (known, _seen[known.Key].Access == FieldAccess.Write));

    internal IReadOnlyList<FieldDefinition> Everything { get; }

    /// <summary>The pick list that a built-in member's values are chosen from.</summary>
    public ChoiceList? List(string key) => _all.List(key);

    /// <summary>The field when the caller sees it, retired or not.</summary>
    public FieldDefinition? Find(string key) => _seen.TryGetValue(key, out var seen) ? seen.Field : null;

    /// <summary>Every value, for what is kept in memory and shown to callers by <see cref="Project"/>.</summary>
    public static IReadOnlyDictionary<string, JsonElement> ShowAll(CustomValues values) =>
        values.IsEmpty ? Nothing : values.Read().ToDictionary(value => value.Key, value => JsonSerializer.SerializeToElement(value.Value));

    /// <summary>A view that was serialised with every value, without those that the caller is not shown.</summary>
    public byte[] Project(byte[] json)
    {
        if (ShowsAll || JsonNode.Parse(json) is not JsonObject view || view["custom"] is not JsonObject custom) return json;
        foreach (var key in custom.Select(value => value.Key).ToList())
            if (Find(key) is not { Retired: false }) custom.Remove(key);
        return JsonSerializer.SerializeToUtf8Bytes(view, Http.ApiJson.Options);
    }

    /// <summary>What the caller is shown of a record's values.</summary>
    public IReadOnlyDictionary<string, JsonElement> Show(ICustomized row) => Show(CustomValues.Of(row));

    public IReadOnlyDictionary<string, JsonElement> Show(CustomValues values)
    {
        if (values.IsEmpty) return Nothing;
        var shown = new SortedDictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var (key, value) in values.Read())
            if (Find(key) is { Retired: false }) shown[key] = JsonSerializer.SerializeToElement(value);
        return shown;
    }

    /// <summary>
    /// A record's values with what was sent: a key that is sent replaces, null clears, what is not sent stays. Everything that is wrong is
    /// named at once. A field that the caller does not see is refused like one that does not exist, whatever was sent for it.
    /// </summary>
    /// <param name="former">As it stands.</param>
    /// <param name="sent">By key; null when nothing was.</param>
    /// <param name="isNew">A new record gets defaults and has to fill what is required.</param>
    /// <param name="errors">Takes what is wrong.</param>
    internal CustomValues Merge(CustomValues former, IReadOnlyDictionary<string, JsonElement>? sent, bool isNew, FieldErrors errors)
    {
        if (sent is not { Count: > 0 } && (!isNew || Everything.Count == 0)) return former;
        var values = former.Read();
        foreach (var (key, given) in sent ?? Nothing) Take(key, given, values, errors);
        if (isNew) Complete(values, sent ?? Nothing, errors);
        return CustomValues.Write(values, key => Everything.FirstOrDefault(field => field.Key == key)?.Personal == true);
    }

    void Take(string key, JsonElement given, SortedDictionary<string, JsonNode> values, FieldErrors errors)
    {
        // What cannot be a key is not repeated.
        var path = FieldKeys.IsFieldKey(key) ? FieldDefinition.PathOf(key) : "custom";
        if (!_seen.TryGetValue(key, out var seen))
        {
            errors.Add(path, "There is no such field.");
            return;
        }
        var field = seen.Field;
        if (field.Retired) errors.Add(path, "The field is retired.");
        else if (seen.Access != FieldAccess.Write) errors.Add(path, "Your roles let you see this field and not write it.");
        else if (FieldReading.IsEmpty(given))
        {
            errors.When(field.Required, path, "Required.");
            values.Remove(key);
        }
        else if (FieldReading.Read(field, given, values.GetValueOrDefault(key), out var mistake) is { } value) values[key] = value;
        else errors.Add(path, mistake!);
    }

    void Complete(SortedDictionary<string, JsonNode> values, IReadOnlyDictionary<string, JsonElement> sent, FieldErrors errors)
    {
        foreach (var field in Everything.Where(field => !field.Retired && !values.ContainsKey(field.Key) && !sent.ContainsKey(field.Key)))
        {
            // A default that the rules or the list have outlived is no default.
            if (field.Default is { } given && FieldReading.Read(field, given, null, out _) is { } value) values[field.Key] = value;
            // Nobody can be asked for what they cannot write.
            else if (field.Required && _seen.TryGetValue(field.Key, out var seen) && seen.Access == FieldAccess.Write) errors.Add(field.Path, "Required.");
        }
    }
}
