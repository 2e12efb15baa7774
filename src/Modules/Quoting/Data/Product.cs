using Crm.Platform.Data;
using Crm.Platform.Fields;

namespace Crm.Quoting.Data;

/// <summary>Something that is sold.</summary>
internal sealed class Product : Entity, IAudited, ICustomized
{
    /// <summary>Unique within the tenant, without case.</summary>
    public required string Code { get; set; }

    public required string CodeKey { get; set; }

    public required string Name { get; set; }

    /// <summary>The name's letters and digits only.</summary>
    public required string NameKey { get; set; }

    /// <summary>Product line or category; empty when none.</summary>
    public string Line { get; set; } = "";

    public string Unit { get; set; } = "";

    /// <summary>Price per unit times 10^6.</summary>
    public long ListPriceE6 { get; set; }

    public required string Currency { get; set; }

    /// <summary>May be sold now.</summary>
    public bool Active { get; set; } = true;

    [CustomJson]
    public string? Custom { get; set; }

    [CustomJson, Personal]
    public string? CustomPersonal { get; set; }

    public string? ExternalSource { get; set; }

    public string? ExternalId { get; set; }
}
