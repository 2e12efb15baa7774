using Crm.Contracts.Organization;
using Crm.Organization.Access;
using Crm.Organization.Data;
using Crm.Organization.UseCases.Members;
using Crm.Platform.Data;
using Crm.Platform.Http;
using Crm.Platform.Modules;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Organization.UseCases.Own;

/// <summary>Who the caller is and what they may do.</summary>
internal static class GetMe
{
    internal sealed record MeView
    {
        public required MemberView Member { get; init; }

        public required TenantRef Tenant { get; init; }

        public required IReadOnlyList<RoleName> Roles { get; init; }

        /// <summary>From the company down to the caller's own department.</summary>
        public required IReadOnlyList<DepartmentRef> Departments { get; init; }

        /// <summary>Those that mean something now: the rights to what is switched off are left out.</summary>
        public required IReadOnlyList<Permission> Permissions { get; init; }

        /// <summary>Keys of the modules that the tenant has switched off.</summary>
        public required IReadOnlyList<string> ModulesOff { get; init; }

        /// <summary>How far the caller sees, by kind of record.</summary>
        public required IReadOnlyDictionary<string, DataScope> Scopes { get; init; }
    }

    internal sealed record RoleName(string Key, string Name);

    internal static void Map(RouteGroupBuilder api) =>
        api.MapGet("/me", Handle).WithName(nameof(GetMe)).WithTags("Me")
            .WithSummary("The caller: member, tenant, roles, departments, rights.").Answers<MeView>();

    static async Task<IResult> Handle(Caller caller, Database database, AccessCache cache, RightsInUse rights, CancellationToken ct)
    {
        var access = (await cache.Get(caller.TenantId, ct))!;
        var own = (await cache.Member(access, caller.MemberId, ct))!;
        await using var db = database.Read(caller.TenantId);
        var member = await db.Set<Member>().SingleAsync(row => row.Id == caller.MemberId, ct);
        return TypedResults.Ok(new MeView
        {
            Member = MemberView.Of(member, own.RoleKeys),
            Tenant = access.Tenant,
            Roles = [.. access.Roles.Values.Where(role => own.RoleKeys.Contains(role.Key)).OrderBy(role => role.Key, StringComparer.Ordinal).Select(role => new RoleName(role.Key, role.Name))],
            Departments = [.. access.Tree.PathTo(member.DepartmentId).Select(node => new DepartmentRef(node.Id, node.ParentId, node.Name))],
            Permissions = [.. caller.Permissions.Where(right => rights.Has(right, caller.ModulesOff)).Order()],
            ModulesOff = [.. caller.ModulesOff.Order(StringComparer.Ordinal)],
            Scopes = own.Grants.Scopes.OrderBy(pair => pair.Key).ToDictionary(pair => pair.Key.ToString(), pair => pair.Value),
        });
    }
}
