namespace Crm.Web.Deals;

/// <summary>What the person said when asked why.</summary>
public sealed record ReasonAnswer(string? Reason, string? Winner, DateOnly? ClosedOn, string? Stage);
