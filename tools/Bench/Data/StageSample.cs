namespace Crm.Bench.Data;

internal sealed record StageSample(string Stage, Guid OpportunityId);
