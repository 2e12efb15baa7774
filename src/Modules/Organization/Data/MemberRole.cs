using Crm.Platform.Data;

namespace Crm.Organization.Data;

/// <summary>A member holds a role.</summary>
internal sealed class MemberRole : ITenantOwned, IAudited, IHasId
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    public Guid MemberId { get; set; }

    public Guid RoleId { get; set; }
}
