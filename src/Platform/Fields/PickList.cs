using Crm.Platform.Data;

namespace Crm.Platform.Fields;

/// <summary>A list of choices, for custom fields or for a built-in choice such as the industry.</summary>
sealed class PickList : Entity, IAudited
{
    /// <summary>Stable, unique within the tenant.</summary>
    public required string Key { get; set; }

    public required string LabelEn { get; set; }

    public required string LabelZh { get; set; }

    /// <summary>Every tenant has it; it is not archived.</summary>
    public bool BuiltIn { get; set; }

    /// <summary>Words that stand in no list are taken too. Only a built-in list may be so.</summary>
    public bool AllowsOther { get; set; }
}
