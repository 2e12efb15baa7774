namespace Crm.Opportunities.Grains;

/// <summary>An opportunity at one version as the API shows it, serialised once, with what data scope needs to know.</summary>
[GenerateSerializer, Immutable]
internal sealed class OpportunitySnapshot
{
    [Id(0)] public required int Version { get; init; }
    [Id(1)] public required Guid OwnerId { get; init; }
    [Id(2)] public required Guid DepartmentId { get; init; }
    [Id(3)] public required Guid[] Team { get; init; }

    /// <summary>UTF-8 JSON of the view.</summary>
    [Id(4)] public required byte[] Json { get; init; }

    /// <summary>The value of the ETag header.</summary>
    [Id(5)] public required string ETag { get; init; }

    /// <summary>Whether the view holds custom values, which not every caller is shown.</summary>
    [Id(6)] public bool HasCustom { get; init; }
}
