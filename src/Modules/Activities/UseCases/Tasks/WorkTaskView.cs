using Crm.Activities.Data;
using Crm.Activities.Domain;
using Crm.Platform;
using Crm.Platform.Http;

namespace Crm.Activities.UseCases.Tasks;

/// <summary>A task as the API shows it.</summary>
internal sealed record WorkTaskView : IVersioned
{
    public required Guid Id { get; init; }

    public required int Version { get; init; }

    public required string Title { get; init; }

    public string? Text { get; init; }

    public required TaskPriority Priority { get; init; }

    public required TaskState State { get; init; }

    public required CompletionPolicy Completion { get; init; }

    public DateTime? DueAt { get; init; }

    /// <summary>What came of it.</summary>
    public string? Result { get; init; }

    public DateTime? EndedAt { get; init; }

    public Guid? EndedBy { get; init; }

    /// <summary>What it is about; left out when it is about nothing in particular.</summary>
    public RecordLink? Record { get; init; }

    public Guid? CustomerId { get; init; }

    /// <summary>Who answers for it.</summary>
    public required Guid OwnerId { get; init; }

    public required Guid DepartmentId { get; init; }

    public required IReadOnlyList<AssigneeView> Assignees { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required DateTime UpdatedAt { get; init; }

    public DateTime? ArchivedAt { get; init; }

    internal static Refusal NotFound => Refusal.NotFound("tasks/not-found", "There is no such task.");

    internal static WorkTaskView Of(WorkTask row, IEnumerable<AssignmentRow> parts, string? recordName) => new()
    {
        Id = row.Id,
        Version = row.Version,
        Title = row.Title,
        Text = row.Text,
        Priority = row.Priority,
        State = row.State,
        Completion = row.Completion,
        DueAt = row.DueAt,
        Result = row.Result,
        EndedAt = row.EndedAt,
        EndedBy = row.EndedBy,
        Record = row.RecordKind is null ? null : new RecordLink { Kind = row.RecordKind, Id = row.RecordId!.Value, Name = recordName },
        CustomerId = row.CustomerId,
        OwnerId = row.OwnerId,
        DepartmentId = row.DepartmentId,
        Assignees = [.. parts.OrderBy(part => part.MemberId).Select(part => new AssigneeView { MemberId = part.MemberId, DoneAt = part.DoneAt })],
        CreatedAt = row.CreatedAt,
        UpdatedAt = row.UpdatedAt,
        ArchivedAt = row.ArchivedAt,
    };
}
