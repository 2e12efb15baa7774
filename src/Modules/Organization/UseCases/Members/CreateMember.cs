using Crm.Contracts.Organization;
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

internal static class CreateMember
{
    internal sealed record NewMember
    {
        /// <summary>2 to 60 letters, digits and . _ - @ +; unique within the tenant.</summary>
        public required string UserName { get; init; }

        public required string DisplayName { get; init; }

        public required Guid DepartmentId { get; init; }

        /// <summary>Keys of roles, at least one.</summary>
        public required IReadOnlyList<string> Roles { get; init; }

        public string? Email { get; init; }

        public string? Mobile { get; init; }

        public string? Title { get; init; }

        /// <summary>zh-CN or en; the tenant's when missing.</summary>
        public string? Language { get; init; }

        /// <summary>First password; without one the member cannot sign in until an administrator sets one.</summary>
        public string? Password { get; init; }
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapPost("/members", Handle).WithName(nameof(CreateMember)).WithTags("Members").WithSummary("Creates a member.")
            .Requires(Permission.ManageMembers).Idempotent()
            .Answers<MemberView>(StatusCodes.Status201Created).Refuses(RefusalKind.Conflict);

    static async Task<IResult> Handle(
        NewMember request, Command command, AccessWrites writes, AccessCache cache, AccountRules rules, HttpContext http, CancellationToken ct)
    {
        var checkedFields = MemberFields.Check(new FieldErrors(), request.UserName, request.DisplayName, request.Email, request.Mobile, request.Title, request.Roles)
            .When(request.Language is not null && !Names.IsLanguage(request.Language), "language", "zh-CN or en.");
        if (checkedFields.ToRefusal("members/invalid") is { } invalid) return invalid.ToProblem();
        if (request.Password is not null && await rules.Check("password", request.Password, request.UserName) is { } weak) return weak.ToProblem();
        var hash = request.Password is null ? null : rules.Hash(request.Password);
        var tenant = (await cache.Get(command.Caller.TenantId, ct))!.Tenant;
        var outcome = await writes.Write(command.Writes, (db, token) => Create(db, request, command.Caller, tenant, rules, hash, token), ct);
        return outcome.ToCreated(http);
    }

    static async Task<Outcome<MemberView>> Create(
        CrmDb db, NewMember request, Caller caller, TenantRef tenant, AccountRules rules, string? hash, CancellationToken ct)
    {
        if (!await MemberFields.IsDepartmentInReach(db, caller, request.DepartmentId, ct))
            return Refusal.Field("departmentId", "departments/not-found", "There is no such department.");
        var roles = await MemberFields.FindRoles(db, request.Roles, ct);
        if (roles.Refused(out var unknown)) return unknown;
        if (MemberChanges.RefuseBeyond(caller, MemberFields.GrantsOf(roles.Value)) is { } beyond) return beyond;
        var now = db.UtcNow();
        var member = new Member
        {
            Id = Guid.CreateVersion7(now),
            UserName = request.UserName,
            NormalizedUserName = Names.Normalize(request.UserName),
            DisplayName = request.DisplayName.Trim(),
            Email = request.Email,
            Mobile = request.Mobile,
            Title = request.Title,
            DepartmentId = request.DepartmentId,
            Language = request.Language ?? tenant.Language,
        };
        using var users = rules.For(db);
        if (await db.Set<Member>().AnyAsync(row => row.NormalizedUserName == member.NormalizedUserName, ct)) return MemberFields.NameTaken;
        var created = await users.CreateAsync(new Account(member, MemberChanges.NewCredential(member.Id, hash, now)));
        if (!created.Succeeded) return Refusal.Field("userName", "members/invalid", string.Join(' ', created.Errors.Select(error => error.Description)));
        db.AddRange(roles.Value.Select(role => MemberChanges.Holds(db, member.Id, role.Id)));
        db.Add(MemberChanges.Membership(db, member, now));
        db.Publish(new MemberStateChanged(member.Id, true, now));
        await db.SaveChangesAsync(ct);
        return MemberView.Of(member, request.Roles.Distinct());
    }
}
