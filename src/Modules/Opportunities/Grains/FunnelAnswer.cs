namespace Crm.Opportunities.Grains;

/// <summary>The funnel's body, serialised once for all who ask the same, and the revision it belongs to.</summary>
[GenerateSerializer, Immutable]
internal sealed class FunnelAnswer
{
    [Id(0)] public required byte[] Json { get; init; }
    [Id(1)] public required long Revision { get; init; }
}
