namespace Crm.Opportunities.Domain;

/// <summary>That an opportunity came into a stage.</summary>
/// <param name="OpportunityId">Whose life it belongs to.</param>
/// <param name="MethodId">The method that defines the stage.</param>
/// <param name="Stage">The stage's key.</param>
/// <param name="Version">The version it entered with; of two entries the later has the higher, even at one instant.</param>
/// <param name="At">When it entered, UTC.</param>
/// <param name="IsClosed">Whether the opportunity is closed by now.</param>
internal sealed record StageEntry(Guid OpportunityId, string MethodId, string Stage, int Version, DateTime At, bool IsClosed);
