using System.Globalization;
using System.Text.Json;
using Crm.Web.Parts;
using Crm.Web.Text;

namespace Crm.Web.Fields;

/// <summary>What a form says of the custom fields of one record, and what of it differs from the record.</summary>
public sealed class FieldDraft
{
    private readonly Dictionary<string, Entry> _entries = [];
    private readonly IReadOnlyDictionary<string, object>? _before;

    /// <param name="fields">Those the reader sees.</param>
    /// <param name="custom">The record's values; null for a new record, which begins with the defaults.</param>
    /// <param name="names">Names of members and customers.</param>
    /// <param name="zone">The zone that instants are read in.</param>
    internal FieldDraft(IReadOnlyList<Client.DescribedField> fields, IReadOnlyDictionary<string, object>? custom, Records.NameBook names, TimeZoneInfo zone)
    {
        Fields = fields;
        Zone = zone;
        _before = custom;
        foreach (var field in fields)
        {
            var value = custom is null ? field.DefaultValue as JsonElement? : FieldWords.Of(custom, field.Key);
            _entries[field.Key] = new Entry(field, value is { ValueKind: not JsonValueKind.Null } ? value : null, names, zone);
        }
    }

    public IReadOnlyList<Client.DescribedField> Fields { get; }

    public TimeZoneInfo Zone { get; }

    public Entry this[string key] => _entries[key];

    /// <summary>Fields that must be filled and are not.</summary>
    public IEnumerable<Client.DescribedField> Missing => Fields.Where(known => known.Required && known.Writable && _entries[known.Key].Read(Zone) is null);

    /// <summary>Whether something was typed that is no number or instant.</summary>
    public bool IsUnreadable => _entries.Values.Any(entry => entry.IsUnreadable(Zone));

    /// <summary>The values to send: of a new record all, of a known one those that differ; null when there is nothing to say.</summary>
    public Dictionary<string, object>? Changes()
    {
        var changes = new Dictionary<string, object>();
        foreach (var field in Fields.Where(field => field.Writable))
        {
            var now = _entries[field.Key].Read(Zone);
            var before = FieldWords.Of(_before, field.Key);
            if (_before is null ? now is null && field.DefaultValue is null : Same(before, now)) continue;
            // Null clears.
            changes[field.Key] = now!;
        }
        return changes.Count == 0 ? null : changes;
    }

    /// <summary>Where what was typed and what somebody else saved differ.</summary>
    internal IEnumerable<Deals.Clash> Clashes(IReadOnlyDictionary<string, object> theirs, Texts t, Records.NameBook names, Sessions.Session session)
    {
        foreach (var field in Fields.Where(field => field.Writable))
        {
            var typed = _entries[field.Key].Read(Zone);
            var mine = typed is null ? null : FieldWords.Show(field, new Dictionary<string, object> { [field.Key] = JsonSerializer.SerializeToElement(typed) }, t, names, session);
            var saved = FieldWords.Show(field, theirs, t, names, session);
            if (mine != saved) yield return new Deals.Clash(field.Label, mine ?? "–", saved ?? "–");
        }
    }

    private static bool Same(JsonElement? before, object? now)
    {
        if (before is not { } value || now is null) return before is null == (now is null);
        var after = JsonSerializer.SerializeToElement(now);
        if (value.ValueKind == JsonValueKind.Array && after.ValueKind == JsonValueKind.Array)
            return value.EnumerateArray().Select(item => item.GetString()).Order().SequenceEqual(after.EnumerateArray().Select(item => item.GetString()).Order());
        return JsonElement.DeepEquals(value, after);
    }

    /// <summary>One field's input, in the form in which people type it.</summary>
    public sealed class Entry
    {
        private readonly Client.DescribedField _field;

        internal Entry(Client.DescribedField field, JsonElement? value, Records.NameBook names, TimeZoneInfo zone)
        {
            _field = field;
            if (value is not { } given) return;
            switch (field.Type)
            {
                case Client.CustomFieldType.Number: Text = Numbers.Write(given.GetDecimal()); break;
                case Client.CustomFieldType.Money: Text = Numbers.Write(given.GetProperty("amount").GetDecimal()); break;
                case Client.CustomFieldType.Date: Date = DateOnly.ParseExact(given.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture); break;
                case Client.CustomFieldType.Instant: Text = TimeZoneInfo.ConvertTime(given.GetDateTimeOffset(), zone).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture); break;
                case Client.CustomFieldType.YesNo: Text = given.GetBoolean() ? "true" : "false"; break;
                case Client.CustomFieldType.Choices: Chosen = [.. given.EnumerateArray().Select(item => item.GetString()!)]; break;
                case Client.CustomFieldType.Member: Picked = names.Member(given.GetGuid()) ?? new Choice(given.GetString()!, "–"); break;
                case Client.CustomFieldType.Customer: Picked = names.Customer(given.GetGuid()) ?? new Choice(given.GetString()!, "–"); break;
                default: Text = given.GetString() ?? ""; break;
            }
            Held = [.. Chosen, Text];
        }

        public string Text { get; set; } = "";

        public DateOnly? Date { get; set; }

        public Choice? Picked { get; set; }

        public HashSet<string> Chosen { get; private set; } = [];

        /// <summary>The choices that the record holds: retired ones among them may stay.</summary>
        public IReadOnlyCollection<string> Held { get; private set; } = [];

        public bool IsUnreadable(TimeZoneInfo zone) => Text.Trim().Length > 0 && _field.Type is Client.CustomFieldType.Number or Client.CustomFieldType.Money && Text.Trim().Length > 0 && Read(zone) is null;

        /// <summary>The value as the API takes it; null for none.</summary>
        public object? Read(TimeZoneInfo zone)
        {
            var text = Text.Trim();
            return _field.Type switch
            {
                Client.CustomFieldType.Date => Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                Client.CustomFieldType.Choices => Chosen.Count == 0 ? null : Chosen.ToArray(),
                Client.CustomFieldType.Member or Client.CustomFieldType.Customer => Picked?.Id,
                _ when text.Length == 0 => null,
                Client.CustomFieldType.Number => Numbers.Read(text),
                Client.CustomFieldType.Money => Numbers.Read(text) is { } amount ? new Dictionary<string, object> { ["amount"] = amount, ["currency"] = _field.Rules.CurrencyCode! } : null,
                Client.CustomFieldType.YesNo => text == "true",
                Client.CustomFieldType.Instant => DateTime.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
                    ? new DateTimeOffset(local, zone.GetUtcOffset(local)).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
                    : null,
                _ => text,
            };
        }
    }
}
