using Crm.Platform.Data;

namespace Crm.Platform.Fields;

/// <summary>A choice of a pick list. Records keep its key, so its labels can be changed; archived means retired.</summary>
sealed class PickValue : Entity, IAudited
{
    public Guid PickListId { get; set; }

    /// <summary>Stable, unique within the list.</summary>
    public required string Key { get; set; }

    public required string LabelEn { get; set; }

    public required string LabelZh { get; set; }

    public PickColor Color { get; set; }

    public int Position { get; set; }
}
