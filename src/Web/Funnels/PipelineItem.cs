namespace Crm.Web.Funnels;

/// <summary>One opportunity's part in one term.</summary>
public sealed record PipelineItem(Guid OpportunityId, string Term, decimal Amount, DateTimeOffset At);
