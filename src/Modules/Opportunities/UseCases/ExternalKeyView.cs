namespace Crm.Opportunities.UseCases;

/// <summary>The key that an outside system gave the record.</summary>
internal sealed record ExternalKeyView
{
    public required string Source { get; init; }
    public required string Id { get; init; }
}
