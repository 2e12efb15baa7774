using Crm.Contracts.Organization;
using Crm.Organization.Data;
using Crm.Platform.Http;

namespace Crm.Organization.UseCases.Tenants;

/// <summary>The caller's tenant as the API shows it.</summary>
internal sealed record TenantView : IVersioned
{
    public required Guid Id { get; init; }

    public required int Version { get; init; }

    /// <summary>Its name at sign-in; fixed.</summary>
    public required string Slug { get; init; }

    public required string DisplayName { get; init; }

    /// <summary>ISO 4217; fixed, since every stored base amount is in it.</summary>
    public required string BaseCurrency { get; init; }

    /// <summary>Whether amounts include tax; fixed.</summary>
    public required AmountBasis AmountBasis { get; init; }

    /// <summary>IANA id; business dates are dates of this zone.</summary>
    public required string TimeZone { get; init; }

    /// <summary>zh-CN or en: what new members start with.</summary>
    public required string Language { get; init; }

    /// <summary>The month the fiscal year begins in, 1 to 12.</summary>
    public required int FiscalFirstMonth { get; init; }

    /// <summary>How the fiscal year is divided into weeks.</summary>
    public required FiscalWeeks FiscalWeeks { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required DateTime UpdatedAt { get; init; }

    internal static TenantView Of(Tenant row) => new()
    {
        Id = row.Id,
        Version = row.Version,
        Slug = row.Slug,
        DisplayName = row.DisplayName,
        BaseCurrency = row.BaseCurrency,
        AmountBasis = row.AmountBasis,
        TimeZone = row.TimeZone,
        Language = row.Language,
        FiscalFirstMonth = row.FiscalFirstMonth,
        FiscalWeeks = row.FiscalWeeks,
        CreatedAt = row.CreatedAt,
        UpdatedAt = row.UpdatedAt,
    };
}
