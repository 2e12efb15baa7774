namespace Crm.Platform.Data;

/// <summary>For whom a unit of work writes.</summary>
/// <param name="TenantId">Every row it touches belongs to this tenant.</param>
/// <param name="ActorId">The member who acts; null for the system itself.</param>
/// <param name="Key">When given, the effect happens at most once and a repetition is answered with the first answer.</param>
public sealed record WriteContext(Guid TenantId, Guid? ActorId, IdempotencyKey? Key = null);
