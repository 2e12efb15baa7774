using Crm.Platform.Security;

namespace Crm.Opportunities.Grains;

/// <summary>What a reader asks of the funnel, and what the reader may see.</summary>
[GenerateSerializer, Immutable]
internal sealed record FunnelQuery
{
    [Id(0)] public required ScopeRule Scope { get; init; }
    [Id(1)] public bool ByBand { get; init; }
    [Id(2)] public Guid? OwnerId { get; init; }
    [Id(3)] public Guid? DepartmentId { get; init; }

    /// <summary>The department and all below it.</summary>
    [Id(4)] public Guid[]? Departments { get; init; }
    [Id(5)] public string? Currency { get; init; }
    [Id(6)] public Guid? ProductId { get; init; }
    [Id(7)] public string Language { get; init; } = "";
}
