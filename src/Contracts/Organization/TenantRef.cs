namespace Crm.Contracts.Organization;

/// <summary>What other modules may know of a tenant.</summary>
/// <param name="Id">The tenant.</param>
/// <param name="Slug">Its name in addresses and at sign-in.</param>
/// <param name="DisplayName">Its name for people.</param>
/// <param name="BaseCurrency">ISO 4217 code in which sums over currencies are told.</param>
/// <param name="AmountBasis">Gross or net, once and for all.</param>
/// <param name="TimeZone">IANA id; business dates are dates of this zone.</param>
/// <param name="Language">Default language, <c>zh-CN</c> or <c>en</c>.</param>
public sealed record TenantRef(
    Guid Id,
    string Slug,
    string DisplayName,
    string BaseCurrency,
    AmountBasis AmountBasis,
    string TimeZone,
    string Language);
