namespace Crm.Opportunities.Domain;

/// <summary>One opportunity's part in one term of a pipeline change.</summary>
internal sealed record PipelineStep(Guid OpportunityId, PipelineTerm Term, long AmountE4, DateTime KnownAt, int Version);
