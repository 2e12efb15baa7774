namespace Crm.Web.Funnels;

public sealed record PipelineTerm(int Count, decimal Amount);
