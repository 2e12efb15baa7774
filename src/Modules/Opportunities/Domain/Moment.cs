namespace Crm.Opportunities.Domain;

/// <summary>When and by whom something is decided.</summary>
/// <param name="Now">UTC.</param>
/// <param name="Today">The date in the tenant's zone.</param>
/// <param name="ActorId">Null when the system decides.</param>
internal sealed record Moment(DateTime Now, DateOnly Today, Guid? ActorId);
