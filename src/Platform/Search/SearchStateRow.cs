using Crm.Platform.Data;
using Crm.Platform.Events;

namespace Crm.Platform.Search;

/// <summary>Up to which version the records that were there before have been put into the index. One row a kind for the whole installation.</summary>
public sealed class SearchStateRow : ITenantOwned
{
    public Guid TenantId { get; set; } = RelayRow.Installation;

    public required string Kind { get; set; }

    /// <summary>The kind's version and the generation of the terms.</summary>
    public required string Version { get; set; }

    public DateTime At { get; set; }
}
