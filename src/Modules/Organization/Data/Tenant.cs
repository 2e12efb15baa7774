using Crm.Contracts.Organization;
using Crm.Platform.Data;

namespace Crm.Organization.Data;

/// <summary>A company that uses the product. Its own id is its tenant id.</summary>
internal sealed class Tenant : Entity, IAudited
{
    /// <summary>Its name in addresses and at sign-in; unique in the installation, never changed.</summary>
    public required string Slug { get; set; }

    public required string DisplayName { get; set; }

    /// <summary>ISO 4217; fixed, since every stored base amount is in it.</summary>
    public required string BaseCurrency { get; set; }

    /// <summary>Fixed once.</summary>
    public AmountBasis AmountBasis { get; set; }

    public required string TimeZone { get; set; }

    public required string Language { get; set; }

    /// <summary>1 to 12.</summary>
    public int FiscalFirstMonth { get; set; } = 1;

    public FiscalWeeks FiscalWeeks { get; set; }
}
