using System.Security.Cryptography;
using Crm.Contracts.Organization;
using Crm.Organization.Data;
using Crm.Organization.Domain;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Crm.Organization.Accounts;

/// <summary>The steps that changes of a member are made of, inside a unit of work.</summary>
internal static class MemberChanges
{
    internal static Refusal NotFound => Refusal.NotFound("members/not-found", "There is no such member.");

    internal static Credential NewCredential(Guid memberId, string? passwordHash, DateTime now) => new()
    {
        MemberId = memberId,
        PasswordHash = passwordHash,
        PasswordSetAt = passwordHash is null ? null : now,
        SecurityStamp = NewStamp(),
    };

    internal static MemberRole Holds(CrmDb db, Guid memberId, Guid roleId) =>
        new() { TenantId = db.TenantId, Id = Guid.CreateVersion7(db.UtcNow()), MemberId = memberId, RoleId = roleId };

    internal static DepartmentMembership Membership(CrmDb db, Member member, DateTime from) => new()
    {
        TenantId = db.TenantId,
        Id = Guid.CreateVersion7(db.UtcNow()),
        MemberId = member.Id,
        DepartmentId = member.DepartmentId,
        FromAt = from,
        ActorId = db.ActorId,
    };

    /// <summary>The member, when the caller's scope over members reaches them.</summary>
    internal static async Task<Member?> FindVisible(CrmDb db, Caller caller, Guid id, CancellationToken ct) =>
        await db.Set<Member>().SingleOrDefaultAsync(row => row.Id == id, ct) is { } member && Sees(caller, member) ? member : null;

    internal static bool Sees(Caller caller, Member member) => caller.ScopeOf(Resource.Members).Sees(member.Id, member.DepartmentId);

    internal static IQueryable<Member> InScope(this IQueryable<Member> members, ScopeRule rule)
    {
        if (rule.All) return members;
        var me = rule.Me;
        var departments = rule.Departments.ToArray();
        return members.Where(row => row.Id == me || departments.Contains(row.DepartmentId));
    }

    /// <summary>Ends the membership in the old department and begins one in the new, so that history stays with the old.</summary>
    internal static async Task MoveNow(CrmDb db, Member member, Guid departmentId, CancellationToken ct)
    {
        var now = db.UtcNow();
        var former = member.DepartmentId;
        await db.Set<DepartmentMembership>().Where(row => row.MemberId == member.Id && row.ToAt == null)
            .ExecuteUpdateAsync(row => row.SetProperty(membership => membership.ToAt, now), ct);
        member.DepartmentId = departmentId;
        db.Add(Membership(db, member, now));
        db.Publish(new MemberMoved(member.Id, former, departmentId, now));
    }

    /// <summary>Everything issued to the member so far stops: access tokens by the stamp, refresh tokens with their sessions.</summary>
    internal static async Task Revoke(CrmDb db, Guid memberId, string because, Guid? exceptSession, CancellationToken ct)
    {
        var credential = await db.Set<Credential>().SingleAsync(row => row.MemberId == memberId, ct);
        credential.SecurityStamp = NewStamp();
        credential.Revision++;
        await AccountRules.EndSessions(db, memberId, because, exceptSession, ct);
    }

    internal static async Task<Grants> GrantsOf(CrmDb db, Guid memberId, CancellationToken ct)
    {
        var roles = await (
            from held in db.Set<MemberRole>()
            where held.MemberId == memberId
            join role in db.Set<Role>() on held.RoleId equals role.Id
            where role.ArchivedAt == null
            select role).AsNoTracking().ToListAsync(ct);
        return Grants.Combine(roles.Select(role => GrantsText.Read(role.Permissions, role.Scopes)));
    }

    /// <summary>What the caller has in this call: a key may have less than its member.</summary>
    internal static async Task<Grants> GrantsOf(CrmDb db, Caller caller, CancellationToken ct) =>
        (await GrantsOf(db, caller.MemberId, ct)).LimitedTo(caller.Permissions);

    /// <summary>Nobody gives, or takes over, rights that they do not have.</summary>
    internal static Refusal? RefuseBeyond(Caller caller, Grants grants) =>
        Administration.Beyond(caller.Permissions, grants) is { Count: > 0 } beyond
            ? Refusal.Forbidden("members/beyond-own-rights", $"You do not have these rights yourself: {string.Join(", ", beyond)}.")
            : null;

    internal static async Task<bool> HasAdministrator(CrmDb db, CancellationToken ct)
    {
        var roles = (await db.Set<Role>().AsNoTracking().Where(row => row.ArchivedAt == null).ToListAsync(ct))
            .ToDictionary(role => role.Id, role => GrantsText.Read(role.Permissions, role.Scopes));
        var helpful = roles.Where(role => role.Value.Permissions.Contains(Permission.ManageMembers) || role.Value.Permissions.Contains(Permission.ManageRoles))
            .Select(role => role.Key).ToArray();
        var holders = await (
            from held in db.Set<MemberRole>()
            where helpful.Contains(held.RoleId)
            join member in db.Set<Member>() on held.MemberId equals member.Id
            where member.State == MemberState.Active && member.ArchivedAt == null
            join credential in db.Set<Credential>() on member.Id equals credential.MemberId
            where credential.PasswordHash != null
            select new { member.Id, held.RoleId }).ToListAsync(ct);
        return holders.GroupBy(row => row.Id).Any(member => Administration.CanAdminister(Grants.Combine(member.Select(row => roles[row.RoleId]))));
    }

    /// <summary>Runs a change and refuses it when it would leave the tenant without anybody who can administer it.</summary>
    internal static async Task<Outcome<T>> KeepingAnAdministrator<T>(CrmDb db, Func<Task<Outcome<T>>> change, CancellationToken ct)
    {
        var had = await HasAdministrator(db, ct);
        var outcome = await change();
        if (outcome.IsRefused || !had) return outcome;
        await db.SaveChangesAsync(ct);
        return await HasAdministrator(db, ct)
            ? outcome
            : Refusal.Conflict("organization/last-administrator", "This would leave nobody who can administer the tenant. Make another member an administrator first.");
    }

    static string NewStamp() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));
}
