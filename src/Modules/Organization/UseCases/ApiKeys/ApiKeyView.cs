using Crm.Organization.Data;
using Crm.Organization.Domain;
using Crm.Platform.Http;
using Crm.Platform.Security;

namespace Crm.Organization.UseCases.ApiKeys;

/// <summary>An API key as it is shown after it was made: never the key itself.</summary>
internal sealed record ApiKeyView : IVersioned
{
    public required Guid Id { get; init; }

    public required int Version { get; init; }

    public required string Name { get; init; }

    /// <summary>The member it acts as, with that member's data scope.</summary>
    public required Guid MemberId { get; init; }

    /// <summary>Its first characters.</summary>
    public required string Prefix { get; init; }

    /// <summary>Of the member's permissions only these; null: all that the member has at the time of the call.</summary>
    public IReadOnlyList<Permission>? Permissions { get; init; }

    public DateTime? ExpiresAt { get; init; }

    public DateTime? RevokedAt { get; init; }

    /// <summary>To about a minute; null: not used yet.</summary>
    public DateTime? LastUsedAt { get; init; }

    public required DateTime CreatedAt { get; init; }

    public Guid? CreatedBy { get; init; }

    public required DateTime UpdatedAt { get; init; }

    internal static ApiKeyView Of(ApiKey row) => new()
    {
        Id = row.Id,
        Version = row.Version,
        Name = row.Name,
        MemberId = row.MemberId,
        Prefix = row.Prefix,
        Permissions = row.Permissions.Length == 0 ? null : [.. GrantsText.Permissions(row.Permissions).Order()],
        ExpiresAt = row.ExpiresAt,
        RevokedAt = row.RevokedAt,
        LastUsedAt = row.LastUsedAt,
        CreatedAt = row.CreatedAt,
        CreatedBy = row.CreatedBy,
        UpdatedAt = row.UpdatedAt,
    };
}
