using Crm.Platform.Data;

namespace Crm.Organization.Data;

/// <summary>One sign-in and all the tokens that came of it.</summary>
internal sealed class Session : ITenantOwned, IHasId
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    public Guid MemberId { get; set; }

    public DateTime StartedAt { get; set; }

    public DateTime? EndedAt { get; set; }

    /// <summary><c>SignedOut</c>, <c>Reused</c>, <c>PasswordChanged</c> or <c>Disabled</c>.</summary>
    public string? EndedBecause { get; set; }

    /// <summary>Concurrency token: of two parallel uses of one refresh token, one is a reuse.</summary>
    public int Revision { get; set; }
}
