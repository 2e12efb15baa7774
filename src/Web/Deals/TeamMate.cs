namespace Crm.Web.Deals;

/// <summary>Somebody who works on an opportunity, and as what.</summary>
public sealed record TeamMate(Guid MemberId, string Role);
