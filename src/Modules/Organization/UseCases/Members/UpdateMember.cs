using Crm.Organization.Access;
using Crm.Organization.Accounts;
using Crm.Organization.Data;
using Crm.Organization.Domain;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Http;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Organization.UseCases.Members;

/// <summary>Names, contact data, language and roles. Roles count at once, for sessions that are open as well.</summary>
internal static class UpdateMember
{
    internal sealed record EditableMember
    {
        public required string UserName { get; init; }

        public required string DisplayName { get; init; }

        public string? Email { get; init; }

        public string? Mobile { get; init; }

        public string? Title { get; init; }

        public required string Language { get; init; }

        /// <summary>Keys of roles; replaces all that were held.</summary>
        public required IReadOnlyList<string> Roles { get; init; }
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapPatch("/members/{id:guid}", Handle).WithName(nameof(UpdateMember)).WithTags("Members").WithSummary("Edits a member.")
            .Requires(Permission.ManageMembers).RequireIfMatch()
            .Answers<MemberView>().Refuses(RefusalKind.NotFound, RefusalKind.Conflict);

    static async Task<IResult> Handle(
        Guid id, MergePatch<EditableMember> patch, ExpectedVersion version, Caller caller, AccessWrites writes, HttpContext http, CancellationToken ct) =>
        (await writes.Write(caller.Writes(), (db, token) =>
            MemberChanges.KeepingAnAdministrator(db, () => Update(db, id, patch, version, caller, token), token), ct)).ToOk(http);

    static async Task<Outcome<MemberView>> Update(
        CrmDb db, Guid id, MergePatch<EditableMember> patch, ExpectedVersion version, Caller caller, CancellationToken ct)
    {
        if (await MemberChanges.FindVisible(db, caller, id, ct) is not { ArchivedAt: null } member) return MemberChanges.NotFound;
        if (version.Check(member.Version) is { } stale) return stale;
        var former = (await MemberView.RolesOf(db, [id], ct))[id].ToHashSet();
        var patched = patch.ApplyTo(new EditableMember
        {
            UserName = member.UserName,
            DisplayName = member.DisplayName,
            Email = member.Email,
            Mobile = member.Mobile,
            Title = member.Title,
            Language = member.Language,
            Roles = [.. former.Order(StringComparer.Ordinal)],
        });
        if (patched.Refused(out var refusal)) return refusal;
        var wanted = patched.Value;
        if (MemberFields.Check(new FieldErrors(), wanted.UserName, wanted.DisplayName, wanted.Email, wanted.Mobile, wanted.Title, wanted.Roles)
            .When(!Names.IsLanguage(wanted.Language), "language", "zh-CN or en.").ToRefusal("members/invalid") is { } invalid) return invalid;

        var normalized = Names.Normalize(wanted.UserName);
        if (normalized != member.NormalizedUserName && await db.Set<Member>().AnyAsync(row => row.NormalizedUserName == normalized, ct))
            return MemberFields.NameTaken;
        // Editing somebody mightier, e.g. their mail address, is a way to become them.
        if (id != caller.MemberId && MemberChanges.RefuseBeyond(caller, await MemberChanges.GrantsOf(db, id, ct)) is { } mightier) return mightier;
        member.UserName = wanted.UserName;
        member.NormalizedUserName = normalized;
        member.DisplayName = wanted.DisplayName.Trim();
        member.Email = wanted.Email;
        member.Mobile = wanted.Mobile;
        member.Title = wanted.Title;
        member.Language = wanted.Language;
        if (await SetRoles(db, member, former, wanted.Roles, caller, ct) is { } no) return no;
        await db.SaveChangesAsync(ct);
        return MemberView.Of(member, wanted.Roles.Distinct());
    }

    static async Task<Refusal?> SetRoles(
        CrmDb db, Member member, HashSet<string> former, IReadOnlyList<string> wanted, Caller caller, CancellationToken ct)
    {
        if (former.SetEquals(wanted)) return null;
        var roles = await MemberFields.FindRoles(db, wanted, ct);
        if (roles.Refused(out var unknown)) return unknown;
        var added = roles.Value.Where(role => !former.Contains(role.Key)).ToList();
        if (MemberChanges.RefuseBeyond(caller, MemberFields.GrantsOf(added)) is { } beyond) return beyond;
        var kept = roles.Value.Select(role => role.Id).ToHashSet();
        var held = await db.Set<MemberRole>().AsTracking().Where(row => row.MemberId == member.Id).ToListAsync(ct);
        db.RemoveRange(held.Where(row => !kept.Contains(row.RoleId)));
        db.AddRange(added.Select(role => MemberChanges.Holds(db, member.Id, role.Id)));
        // Roles are rows of their own; the member's version has to tell of them too.
        db.Entry(member).Property(row => row.UpdatedAt).IsModified = true;
        return null;
    }
}
