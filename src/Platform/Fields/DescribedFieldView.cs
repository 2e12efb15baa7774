using System.Text.Json;
using System.Text.Json.Nodes;

namespace Crm.Platform.Fields;

/// <summary>A custom field as forms, lists and programs need it, in the caller's language and by the caller's roles.</summary>
sealed record DescribedFieldView
{
    public required string Key { get; init; }

    public required CustomFieldType Type { get; init; }

    /// <summary>In the language asked for.</summary>
    public required string Label { get; init; }

    public required string LabelEn { get; init; }

    public required string LabelZh { get; init; }

    /// <summary>A hint in the language asked for.</summary>
    public string? Help { get; init; }

    public required bool Required { get; init; }

    public required bool Unique { get; init; }

    /// <summary>False where the caller's roles let it be read only.</summary>
    public required bool Writable { get; init; }

    public JsonElement? DefaultValue { get; init; }

    public required FieldRules Rules { get; init; }

    /// <summary>Of a Choice or Choices: retired ones stand among them, for records that hold them.</summary>
    public required IReadOnlyList<DescribedChoice> Choices { get; init; }

    /// <summary>Operators of its filter, <c>custom.key[gte]</c>; an empty one stands for <c>custom.key=</c>.</summary>
    public required IReadOnlyList<string> Operators { get; init; }

    /// <summary>Whether lists can be sorted by <c>custom.key</c>.</summary>
    public required bool Sortable { get; init; }

    internal static DescribedFieldView Of(FieldDefinition field, bool writable, string language) => new()
    {
        Key = field.Key,
        Type = field.Type,
        Label = field.Label(language),
        LabelEn = field.LabelEn,
        LabelZh = field.LabelZh,
        Help = language.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? field.HelpZh ?? field.HelpEn : field.HelpEn ?? field.HelpZh,
        Required = field.Required,
        Unique = field.Unique,
        Writable = writable,
        DefaultValue = field.Default,
        Rules = field.Rules,
        Choices = DescribedChoice.Of(field.Choices, language),
        Operators = FieldColumns.Operators(field.Type),
        Sortable = FieldColumns.IsSorted(field.Type),
    };

    /// <summary>The field's JSON schema (2020-12).</summary>
    internal static JsonObject Schema(FieldDefinition field, bool writable, string language)
    {
        var schema = field.Type switch
        {
            CustomFieldType.Number => new JsonObject { ["type"] = "number", ["minimum"] = field.Rules.Min, ["maximum"] = field.Rules.Max },
            CustomFieldType.Money => new JsonObject
            {
                ["type"] = "object",
                ["required"] = new JsonArray("amount", "currency"),
                ["additionalProperties"] = false,
                ["properties"] = new JsonObject
                {
                    ["amount"] = new JsonObject { ["type"] = "number", ["minimum"] = field.Rules.Min, ["maximum"] = field.Rules.Max },
                    ["currency"] = new JsonObject { ["const"] = field.Rules.CurrencyCode },
                },
            },
            CustomFieldType.Date => Text("date"),
            CustomFieldType.Instant => Text("date-time"),
            CustomFieldType.YesNo => new JsonObject { ["type"] = "boolean" },
            CustomFieldType.Choice => Keys(field),
            CustomFieldType.Choices => new JsonObject { ["type"] = "array", ["uniqueItems"] = true, ["maxItems"] = FieldLimits.ChoicesOfRecord, ["items"] = Keys(field) },
            CustomFieldType.Member or CustomFieldType.Customer => Text("uuid"),
            CustomFieldType.Url => Text("uri", field.Rules.MaxLength ?? FieldValueRow.TextLength),
            CustomFieldType.Email => Text("email", FieldLimits.EmailLength),
            CustomFieldType.Phone => Text(null, FieldLimits.PhoneLength),
            CustomFieldType.LongText => Text(null, field.Rules.MaxLength ?? FieldLimits.LongTextLength),
            _ => Text(null, field.Rules.MaxLength ?? FieldValueRow.TextLength),
        };
        if (field.Rules.MinLength is { } least) schema["minLength"] = least;
        if (field.Rules.Pattern is { } pattern) schema["pattern"] = $"^(?:{pattern})$";
        foreach (var empty in schema.Where(member => member.Value is null).Select(member => member.Key).ToList()) schema.Remove(empty);
        schema["title"] = field.Label(language);
        if (!writable) schema["readOnly"] = true;
        if (field.Default is { } value) schema["default"] = JsonSerializer.SerializeToNode(value);
        return schema;
    }

    static JsonObject Text(string? format, int? longest = null) => new() { ["type"] = "string", ["format"] = format, ["maxLength"] = longest };

    // Old records may hold retired ones.
    static JsonObject Keys(FieldDefinition field) =>
        new() { ["type"] = "string", ["enum"] = new JsonArray([.. field.Choices!.Values.Select(choice => (JsonNode?)JsonValue.Create(choice.Key))]) };
}
