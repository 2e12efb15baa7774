using Crm.Platform.Data;

namespace Crm.Platform.Fields;

/// <summary>A field that a tenant adds to a resource. Archived means retired: its values are kept and not shown.</summary>
sealed class CustomField : Entity, IAudited
{
    public required string Resource { get; set; }

    /// <summary>Stable, unique within the resource, never given again.</summary>
    public required string Key { get; set; }

    public CustomFieldType Type { get; set; }

    public required string LabelEn { get; set; }

    public required string LabelZh { get; set; }

    public string? HelpEn { get; set; }

    public string? HelpZh { get; set; }

    public int Position { get; set; }

    public bool Required { get; set; }

    public bool Unique { get; set; }

    public bool Personal { get; set; }

    /// <summary>JSON of the value that a new record gets.</summary>
    public string? DefaultValue { get; set; }

    /// <summary>JSON of <see cref="FieldRules"/>.</summary>
    public string? Rules { get; set; }

    public Guid? PickListId { get; set; }

    /// <summary>JSON: role to access, of the roles that do not have the full one.</summary>
    public string? Access { get; set; }
}
