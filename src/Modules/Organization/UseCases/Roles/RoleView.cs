using Crm.Organization.Data;
using Crm.Organization.Domain;
using Crm.Platform.Data;
using Crm.Platform.Http;
using Crm.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Crm.Organization.UseCases.Roles;

/// <summary>A role as the API shows it.</summary>
internal sealed record RoleView : IVersioned
{
    public required Guid Id { get; init; }

    public required int Version { get; init; }

    /// <summary>What members are given it by; stable.</summary>
    public required string Key { get; init; }

    public required string Name { get; init; }

    /// <summary>A role that every tenant starts with: it may be changed, and is not archived.</summary>
    public required bool BuiltIn { get; init; }

    public required IReadOnlyList<Permission> Permissions { get; init; }

    /// <summary>How far its holders see, by kind of record.</summary>
    public required IReadOnlyDictionary<string, DataScope> Scopes { get; init; }

    /// <summary>How many members hold it, archived ones not counted.</summary>
    public required int Members { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required DateTime UpdatedAt { get; init; }

    public DateTime? ArchivedAt { get; init; }

    internal static RoleView Of(Role row, int members)
    {
        var grants = GrantsText.Read(row.Permissions, row.Scopes);
        return new RoleView
        {
            Id = row.Id,
            Version = row.Version,
            Key = row.Key,
            Name = row.Name,
            BuiltIn = row.BuiltIn,
            Permissions = [.. grants.Permissions.Order()],
            Scopes = RoleFields.Write(grants.Scopes),
            Members = members,
            CreatedAt = row.CreatedAt,
            UpdatedAt = row.UpdatedAt,
            ArchivedAt = row.ArchivedAt,
        };
    }

    internal static async Task<RoleView> Read(CrmDb db, Role row, CancellationToken ct) =>
        Of(row, (await HoldersOf(db, [row.Id], ct)).GetValueOrDefault(row.Id));

    internal static async Task<Dictionary<Guid, int>> HoldersOf(CrmDb db, IReadOnlyCollection<Guid> roleIds, CancellationToken ct) => await (
        from held in db.Set<MemberRole>()
        where roleIds.Contains(held.RoleId)
        join member in db.Set<Member>() on held.MemberId equals member.Id
        where member.ArchivedAt == null
        group held by held.RoleId into holders
        select new { holders.Key, Count = holders.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, ct);
}
