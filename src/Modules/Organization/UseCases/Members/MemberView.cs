using Crm.Organization.Data;
using Crm.Organization.Domain;
using Crm.Platform.Data;
using Crm.Platform.Http;
using Microsoft.EntityFrameworkCore;

namespace Crm.Organization.UseCases.Members;

/// <summary>A member as the API shows it.</summary>
internal sealed record MemberView : IVersioned
{
    public required Guid Id { get; init; }

    public required int Version { get; init; }

    public required string UserName { get; init; }

    public required string DisplayName { get; init; }

    public string? Email { get; init; }

    public string? Mobile { get; init; }

    public string? Title { get; init; }

    public required Guid DepartmentId { get; init; }

    public required string Language { get; init; }

    public required MemberState State { get; init; }

    /// <summary>Keys of the roles held.</summary>
    public required IReadOnlyList<string> Roles { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required DateTime UpdatedAt { get; init; }

    public DateTime? ArchivedAt { get; init; }

    internal static MemberView Of(Member member, IEnumerable<string> roles) => new()
    {
        Id = member.Id,
        Version = member.Version,
        UserName = member.UserName,
        DisplayName = member.DisplayName,
        Email = member.Email,
        Mobile = member.Mobile,
        Title = member.Title,
        DepartmentId = member.DepartmentId,
        Language = member.Language,
        State = member.State,
        Roles = [.. roles.Order(StringComparer.Ordinal)],
        CreatedAt = member.CreatedAt,
        UpdatedAt = member.UpdatedAt,
        ArchivedAt = member.ArchivedAt,
    };

    internal static async Task<MemberView> Read(CrmDb db, Member member, CancellationToken ct) =>
        Of(member, (await RolesOf(db, [member.Id], ct))[member.Id]);

    internal static async Task<ILookup<Guid, string>> RolesOf(CrmDb db, IReadOnlyCollection<Guid> memberIds, CancellationToken ct) => (await (
        from held in db.Set<MemberRole>()
        where memberIds.Contains(held.MemberId)
        join role in db.Set<Role>() on held.RoleId equals role.Id
        where role.ArchivedAt == null
        select new { held.MemberId, role.Key }).ToListAsync(ct)).ToLookup(row => row.MemberId, row => row.Key);
}
