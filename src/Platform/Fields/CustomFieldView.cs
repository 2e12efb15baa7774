using System.Text.Json;
using Crm.Platform.Http;

namespace Crm.Platform.Fields;

/// <summary>A custom field as its administration shows it.</summary>
sealed record CustomFieldView : IVersioned
{
    public required Guid Id { get; init; }

    public required int Version { get; init; }

    /// <summary>Whose field it is: customers, contacts, opportunities, products.</summary>
    public required string Resource { get; init; }

    /// <summary>Its name in <c>custom</c>, filters, sorts and files. Stable.</summary>
    public required string Key { get; init; }

    public required CustomFieldType Type { get; init; }

    public required string LabelEn { get; init; }

    public required string LabelZh { get; init; }

    public string? HelpEn { get; init; }

    public string? HelpZh { get; init; }

    /// <summary>Its place among the resource's fields, from 0.</summary>
    public required int Position { get; init; }

    public required bool Required { get; init; }

    public required bool Unique { get; init; }

    public required bool Personal { get; init; }

    public JsonElement? DefaultValue { get; init; }

    public required FieldRules Rules { get; init; }

    public Guid? PickListId { get; init; }

    public required IReadOnlyDictionary<string, FieldAccess> Access { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required DateTime UpdatedAt { get; init; }

    /// <summary>When it was retired.</summary>
    public DateTime? ArchivedAt { get; init; }

    internal static Refusal NotFound => Refusal.NotFound("custom-fields/not-found", "There is no such field.");

    internal static CustomFieldView Of(CustomField row)
    {
        var fields = CustomFieldFields.Of(row);
        return new CustomFieldView
        {
            Id = row.Id,
            Version = row.Version,
            Resource = row.Resource,
            Key = row.Key,
            Type = row.Type,
            LabelEn = row.LabelEn,
            LabelZh = row.LabelZh,
            HelpEn = row.HelpEn,
            HelpZh = row.HelpZh,
            Position = row.Position,
            Required = row.Required,
            Unique = row.Unique,
            Personal = row.Personal,
            DefaultValue = fields.DefaultValue,
            Rules = fields.Rules,
            PickListId = row.PickListId,
            Access = fields.Access,
            CreatedAt = row.CreatedAt,
            UpdatedAt = row.UpdatedAt,
            ArchivedAt = row.ArchivedAt,
        };
    }
}
