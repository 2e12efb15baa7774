using Crm.Platform.Data;

namespace Crm.Platform.Search;

/// <summary>A record as the search knows it: the text that it stands under, archived or not. Goes when the record goes.</summary>
public sealed class SearchDocRow : ITenantOwned
{
    public Guid TenantId { get; set; }

    /// <summary>Given by the database and rising, so that the newest records come last.</summary>
    public long No { get; set; }

    /// <summary>The kind's code.</summary>
    public int Kind { get; set; }

    public Guid RecordId { get; set; }

    /// <summary>As <see cref="SearchText"/> stores it: kept so that a change knows which terms fall away.</summary>
    public required string Text { get; set; }

    public bool IsArchived { get; set; }

    /// <summary>The generation of its terms.</summary>
    public int Generation { get; set; }
}
