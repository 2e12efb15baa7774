using Crm.Activities.Data;
using Crm.Activities.Domain;
using Crm.Platform;
using Crm.Platform.Http;

namespace Crm.Activities.UseCases.Activities;

/// <summary>An activity as the API shows it.</summary>
internal sealed record ActivityView : IVersioned
{
    public required Guid Id { get; init; }

    public required int Version { get; init; }

    public required ActivityKind Kind { get; init; }

    public required ActivityDirection Direction { get; init; }

    public required string Subject { get; init; }

    public string? Text { get; init; }

    public string? Result { get; init; }

    public required DateTime At { get; init; }

    public int? DurationMinutes { get; init; }

    public required RecordLink Record { get; init; }

    public Guid? CustomerId { get; init; }

    /// <summary>The member who did it.</summary>
    public required Guid OwnerId { get; init; }

    public required Guid DepartmentId { get; init; }

    public required IReadOnlyList<Guid> ContactIds { get; init; }

    public required IReadOnlyList<Guid> MemberIds { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required DateTime UpdatedAt { get; init; }

    public DateTime? ArchivedAt { get; init; }

    internal static Refusal NotFound => Refusal.NotFound("activities/not-found", "There is no such activity.");

    internal static ActivityView Of(Activity row, IReadOnlyCollection<Participant> people, string? recordName) => new()
    {
        Id = row.Id,
        Version = row.Version,
        Kind = row.Kind,
        Direction = row.Direction,
        Subject = row.Subject,
        Text = row.Text,
        Result = row.Result,
        At = row.At,
        DurationMinutes = row.DurationMinutes,
        Record = new RecordLink { Kind = row.RecordKind, Id = row.RecordId, Name = recordName },
        CustomerId = row.CustomerId,
        OwnerId = row.OwnerId,
        DepartmentId = row.DepartmentId,
        ContactIds = [.. people.Where(person => person.IsContact).Select(person => person.PersonId)],
        MemberIds = [.. people.Where(person => !person.IsContact).Select(person => person.PersonId)],
        CreatedAt = row.CreatedAt,
        UpdatedAt = row.UpdatedAt,
        ArchivedAt = row.ArchivedAt,
    };
}
