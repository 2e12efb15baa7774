using Crm.Platform.Data;

namespace Crm.Organization.Data;

/// <summary>When a member belonged to a department. Moving ends one row and begins another, so history stays with the old department.</summary>
internal sealed class DepartmentMembership : ITenantOwned, IHasId
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    public Guid MemberId { get; set; }

    public Guid DepartmentId { get; set; }

    public DateTime FromAt { get; set; }

    /// <summary>Null while it lasts.</summary>
    public DateTime? ToAt { get; set; }

    public Guid? ActorId { get; set; }
}
