using Crm.Organization.Data;
using Crm.Platform;
using Crm.Platform.Http;

namespace Crm.Organization.UseCases.LegalEntities;

/// <summary>A company of the tenant as the API shows it.</summary>
internal sealed record LegalEntityView : IVersioned
{
    public required Guid Id { get; init; }

    public required int Version { get; init; }

    public required string Name { get; init; }

    /// <summary>Unified social credit code.</summary>
    public string? Uscc { get; init; }

    public string? Address { get; init; }

    /// <summary>The one that documents name when nobody says which.</summary>
    public required bool IsDefault { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required DateTime UpdatedAt { get; init; }

    public DateTime? ArchivedAt { get; init; }

    internal static Refusal NotFound => Refusal.NotFound("legal-entities/not-found", "There is no such legal entity.");

    internal static LegalEntityView Of(LegalEntity row) => new()
    {
        Id = row.Id,
        Version = row.Version,
        Name = row.Name,
        Uscc = row.Uscc,
        Address = row.Address,
        IsDefault = row.IsDefault,
        CreatedAt = row.CreatedAt,
        UpdatedAt = row.UpdatedAt,
        ArchivedAt = row.ArchivedAt,
    };
}
