namespace Crm.Web.Funnels;

/// <summary>One opportunity's part in one term.</summary>
public sealed record PipelineItem(Guid OpportunityId, decimal Amount, DateTimeOffset At);
