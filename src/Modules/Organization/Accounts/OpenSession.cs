namespace Crm.Organization.Accounts;

/// <summary>What a sign-in or a refresh wrote, for the tokens that answer it.</summary>
internal sealed record OpenSession(Guid MemberId, Guid SessionId, string SecurityStamp, string RefreshToken);
