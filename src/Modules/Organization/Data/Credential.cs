using Crm.Platform.Data;

namespace Crm.Organization.Data;

/// <summary>
/// What proves who a member is. Apart from the member so that a failed sign-in makes no one's edit of the member stale, and so that no list
/// or audit can show it.
/// </summary>
internal sealed class Credential : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid MemberId { get; set; }

    /// <summary>Null: no password was set yet, so nobody can sign in.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Changes when everything that was issued before must stop: another password, disabled, signed out everywhere.</summary>
    public required string SecurityStamp { get; set; }

    public int FailedCount { get; set; }

    public DateTime? LockedUntil { get; set; }

    public DateTime? PasswordSetAt { get; set; }

    public DateTime? LastSignInAt { get; set; }

    /// <summary>Concurrency token, so that parallel wrong guesses all count.</summary>
    public int Revision { get; set; }
}
