using Crm.Organization.Domain;
using Crm.Platform.Data;

namespace Crm.Organization.Data;

/// <summary>A person of the tenant. What proves who they are stands apart, in <see cref="Credential"/>.</summary>
internal sealed class Member : Entity, IAudited
{
    [Personal]
    public required string UserName { get; set; }

    /// <summary>Upper case, unique within the tenant.</summary>
    [Personal]
    public required string NormalizedUserName { get; set; }

    [Personal]
    public required string DisplayName { get; set; }

    [Personal]
    public string? Email { get; set; }

    [Personal]
    public string? Mobile { get; set; }

    public string? Title { get; set; }

    public Guid DepartmentId { get; set; }

    /// <summary><c>zh-CN</c> or <c>en</c>.</summary>
    public required string Language { get; set; }

    public MemberState State { get; set; }

    public string? ExternalSource { get; set; }

    public string? ExternalId { get; set; }
}
