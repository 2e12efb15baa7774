namespace Crm.Contracts.Organization;

/// <summary>A tenant to be there.</summary>
/// <param name="Slug">2 to 40 lower-case letters, digits and hyphens.</param>
/// <param name="DisplayName">Its name for people; also the name of its root department and legal entity.</param>
/// <param name="BaseCurrency">ISO 4217 code.</param>
/// <param name="AmountBasis">Fixed once and for all.</param>
/// <param name="TimeZone">IANA id.</param>
/// <param name="Language"><c>zh-CN</c> or <c>en</c>.</param>
public sealed record TenantIntake(
    string Slug,
    string DisplayName,
    string BaseCurrency,
    AmountBasis AmountBasis,
    string TimeZone,
    string Language);
