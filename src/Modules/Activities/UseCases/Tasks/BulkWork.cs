using Crm.Platform.Security;

namespace Crm.Activities.UseCases.Tasks;

/// <summary>What a bulk job is to do, and in whose name.</summary>
internal sealed record BulkWork
{
    public required AskedAs As { get; init; }

    public required IReadOnlyList<Guid> Ids { get; init; }

    public required BulkVerb Verb { get; init; }

    public string? Result { get; init; }

    public IReadOnlyList<Guid> AssigneeIds { get; init; } = [];

    public DateTime? DueAt { get; init; }
}
