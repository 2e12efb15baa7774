using System.Collections.Frozen;
using Crm.Contracts.Organization;
using Crm.Organization.Domain;
using Crm.Platform.Security;

namespace Crm.Organization.Access;

/// <summary>A member as requests need them: who, with which rights, as of one serial of the tenant.</summary>
internal sealed class MemberAccess(
    MemberRef member, string language, string securityStamp, IReadOnlyList<string> roleKeys, Grants grants, TenantAccess access)
{
    FrozenDictionary<Resource, ScopeRule>? _scopes;
    FrozenSet<string>? _roles;

    internal MemberRef Member => member;

    internal string Language => language;

    internal string SecurityStamp => securityStamp;

    internal IReadOnlyList<string> RoleKeys => roleKeys;

    internal Grants Grants => grants;

    internal FrozenDictionary<Resource, ScopeRule> Scopes => _scopes ??= grants.Resolve(member.Id, member.DepartmentId, access.Tree);

    internal Caller ToCaller(Guid tenantId, string credentialId, IReadOnlySet<Permission>? limit = null) => new()
    {
        TenantId = tenantId,
        MemberId = member.Id,
        DepartmentId = member.DepartmentId,
        Language = language,
        Permissions = limit is null ? grants.Permissions : grants.LimitedTo(limit).Permissions,
        Scopes = Scopes,
        ModulesOff = access.ModulesOff,
        Roles = _roles ??= [.. roleKeys],
        CredentialId = credentialId,
    };
}
