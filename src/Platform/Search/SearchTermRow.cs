using Crm.Platform.Data;

namespace Crm.Platform.Search;

/// <summary>That a record stands under a term. Nothing but a key: read by range and written by hand, since there are some twenty a record.</summary>
public sealed class SearchTermRow : ITenantOwned
{
    public Guid TenantId { get; set; }

    /// <summary>See <c>SearchTerm</c>.</summary>
    public long Term { get; set; }

    /// <summary>The record's number, negative: within a term the newest come first without sorting.</summary>
    public long Doc { get; set; }
}
