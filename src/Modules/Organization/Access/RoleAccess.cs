using Crm.Organization.Domain;

namespace Crm.Organization.Access;

/// <summary>A role with its text read.</summary>
internal sealed record RoleAccess(Guid Id, string Key, string Name, Grants Grants);
