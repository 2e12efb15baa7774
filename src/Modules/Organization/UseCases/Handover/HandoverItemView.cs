namespace Crm.Organization.UseCases.Handover;

/// <summary>A record that would be handed over.</summary>
internal sealed record HandoverItemView
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Who owns its customer now; null when it has none.</summary>
    public Guid? CustomerOwnerId { get; init; }
}
