using System.Globalization;
using System.Text.Json;
using Crm.Web.Text;

namespace Crm.Web.Fields;

/// <summary>Custom values as people read them.</summary>
internal static class FieldWords
{
    /// <summary>The value of the field, or null when the record has none.</summary>
    public static JsonElement? Of(IReadOnlyDictionary<string, object>? custom, string key) => custom?.GetValueOrDefault(key) is JsonElement { ValueKind: not JsonValueKind.Null } value ? value : null;

    public static string? Show(Client.DescribedField field, IReadOnlyDictionary<string, object>? custom, Texts t, Records.NameBook names, Sessions.Session session)
    {
        if (Of(custom, field.Key) is not { } value) return null;
        return field.Type switch
        {
            Client.CustomFieldType.Number => t.Format.Quantity(value.GetDecimal()),
            Client.CustomFieldType.Money => t.Format.Money(value.GetProperty("amount").GetDecimal(), value.GetProperty("currency").GetString() ?? ""),
            Client.CustomFieldType.Date => t.Format.Date(DateOnly.ParseExact(value.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
            Client.CustomFieldType.Instant => t.Format.Instant(value.GetDateTimeOffset(), session.Zone),
            Client.CustomFieldType.YesNo => value.GetBoolean() ? t.Yes : t.No,
            Client.CustomFieldType.Choice => Label(field, value.GetString()),
            Client.CustomFieldType.Choices => string.Join(t.Language == Language.Chinese ? "、" : ", ", Chosen(field, value)),
            Client.CustomFieldType.Member => names.Member(value.GetGuid())?.Name ?? "–",
            Client.CustomFieldType.Customer => names.Customer(value.GetGuid())?.Name ?? "–",
            _ => value.GetString(),
        };
    }

    public static Client.DescribedChoice? Choice(Client.DescribedField field, string? key) => field.Choices.FirstOrDefault(choice => choice.Key == key);

    /// <summary>The colour's class of a chosen value.</summary>
    public static string? Tone(Client.PickColor color) => color == Client.PickColor.None ? null : "pick-" + color.ToString().ToLowerInvariant();

    public static IEnumerable<Guid> Customers(IEnumerable<Client.DescribedField> fields, IEnumerable<IReadOnlyDictionary<string, object>?> records)
    {
        var keys = fields.Where(field => field.Type == Client.CustomFieldType.Customer).Select(field => field.Key).ToList();
        return keys.Count == 0 ? [] : records.SelectMany(custom => keys.Select(key => Of(custom, key))).OfType<JsonElement>().Select(value => value.GetGuid());
    }

    // In the list's order, which is how people gave them.
    private static IEnumerable<string> Chosen(Client.DescribedField field, JsonElement value)
    {
        var keys = value.EnumerateArray().Select(key => key.GetString()).ToHashSet();
        return field.Choices.Where(choice => keys.Contains(choice.Key)).Select(choice => choice.Label);
    }

    private static string Label(Client.DescribedField field, string? key) => Choice(field, key)?.Label ?? key ?? "";
}
