using System.Text.Json;
using Crm.Platform.Data;

namespace Crm.Platform.Fields;

/// <summary>What may be set of a custom field.</summary>
sealed record CustomFieldFields
{
    /// <summary>Changed later only where no value changes its meaning: Url, Email or Phone to Text, Choice to Choices; anything while no record has a value.</summary>
    public required CustomFieldType Type { get; init; }

    /// <summary>English name; at most 100 characters.</summary>
    public required string LabelEn { get; init; }

    /// <summary>Chinese name; at most 100 characters.</summary>
    public required string LabelZh { get; init; }

    /// <summary>A hint below the field, English; at most 300 characters.</summary>
    public string? HelpEn { get; init; }

    /// <summary>A hint below the field, Chinese; at most 300 characters.</summary>
    public string? HelpZh { get; init; }

    /// <summary>New records need a value, and one that is there is not cleared. Records without one stay as they are.</summary>
    public bool Required { get; init; }

    /// <summary>No two records of the resource have the same value. Switched on only while no record has one; not of LongText, YesNo, Money, Choice, Choices.</summary>
    public bool Unique { get; init; }

    /// <summary>The value names a person: audit and history tell that it changed, never what it was. Changed only while no record has a value.</summary>
    public bool Personal { get; init; }

    /// <summary>The value that a new record gets when none is sent; null for none.</summary>
    public JsonElement? DefaultValue { get; init; }

    /// <summary>Sent, they take the place of all the former ones.</summary>
    public FieldRules Rules { get; init; } = new();

    /// <summary>The list that a Choice or Choices is made from; it does not change later.</summary>
    public Guid? PickListId { get; init; }

    /// <summary>Role key to access, of roles that do not have the full one; at most 50.</summary>
    public IReadOnlyDictionary<string, FieldAccess> Access { get; init; } = new Dictionary<string, FieldAccess>();

    bool IsChosen => Type is CustomFieldType.Choice or CustomFieldType.Choices;

    internal static CustomFieldFields Of(CustomField row) => new()
    {
        Type = row.Type,
        LabelEn = row.LabelEn,
        LabelZh = row.LabelZh,
        HelpEn = row.HelpEn,
        HelpZh = row.HelpZh,
        Required = row.Required,
        Unique = row.Unique,
        Personal = row.Personal,
        DefaultValue = row.DefaultValue is { } value ? JsonDocument.Parse(value).RootElement.Clone() : null,
        Rules = FieldDefinition.ReadRules(row.Rules),
        PickListId = row.PickListId,
        Access = FieldDefinition.ReadAccess(row.Access),
    };

    internal FieldErrors Check()
    {
        var errors = new FieldErrors()
            .Required("labelEn", LabelEn, FieldLimits.LabelLength)
            .Required("labelZh", LabelZh, FieldLimits.LabelLength)
            .Optional("helpEn", HelpEn, FieldLimits.HelpLength)
            .Optional("helpZh", HelpZh, FieldLimits.HelpLength)
            .When(IsChosen && PickListId is null, "pickListId", "A choice is made from a pick list.")
            .When(!IsChosen && PickListId is not null, "pickListId", "Only choices are made from a pick list.")
            .When(Unique && (IsChosen || Type is CustomFieldType.LongText or CustomFieldType.YesNo or CustomFieldType.Money), "unique", "Is not of this type.")
            .When(Access.Count > 50, "access", "At most 50 roles.")
            .When(Access.Keys.Any(role => role.Length is 0 or > 60 || !FieldErrors.IsText(role)), "access", "Names roles by their keys.");
        Rules.Check(Type, errors);
        return errors;
    }

    internal void ApplyTo(CustomField row)
    {
        row.Type = Type;
        row.LabelEn = LabelEn.Trim();
        row.LabelZh = LabelZh.Trim();
        row.HelpEn = Said(HelpEn);
        row.HelpZh = Said(HelpZh);
        row.Required = Required;
        row.Unique = Unique;
        row.Personal = Personal;
        row.DefaultValue = DefaultValue is { } value && !FieldReading.IsEmpty(value) ? value.GetRawText() : null;
        row.Rules = Rules == new FieldRules() ? null : JsonSerializer.Serialize(Rules, StoredJson.Options);
        row.PickListId = PickListId;
        var limited = new SortedDictionary<string, FieldAccess>(Access.Where(role => role.Value != FieldAccess.Write).ToDictionary(), StringComparer.Ordinal);
        row.Access = limited.Count == 0 ? null : JsonSerializer.Serialize(limited, StoredJson.Options);
    }

    static string? Said(string? text) => text?.Trim() is { Length: > 0 } said ? said : null;
}
