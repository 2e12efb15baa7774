using System.Text.Json;

namespace Crm.Platform.Jobs;

/// <summary>A piece of long work as the API shows it.</summary>
public sealed record JobView
{
    public required Guid Id { get; init; }

    /// <summary>E.g. <c>import-customers</c>.</summary>
    public required string Kind { get; init; }

    public required JobStatus Status { get; init; }

    /// <summary>Rows there are; null until they are counted.</summary>
    public long? Total { get; init; }

    public required long Done { get; init; }

    public required long Succeeded { get; init; }

    public required long Failed { get; init; }

    /// <summary>Why the job as a whole failed.</summary>
    public string? ErrorCode { get; init; }

    public string? ErrorDetail { get; init; }

    /// <summary>What the kind says about the whole; for an import the encoding, the mapping and counts by outcome, reason and rule.</summary>
    public JsonElement? Summary { get; init; }

    public required DateTime CreatedAt { get; init; }

    public Guid? CreatedBy { get; init; }

    public DateTime? StartedAt { get; init; }

    public DateTime? FinishedAt { get; init; }

    /// <summary>The first rows; all of them are at <c>/jobs/{id}/results</c>. Empty in lists.</summary>
    public IReadOnlyList<JobResultView> Results { get; init; } = [];

    /// <summary>Whether there are more rows than <see cref="Results"/> holds.</summary>
    public bool HasMoreResults { get; init; }

    public static JobView Of(JobRow row) => new()
    {
        Id = row.Id,
        Kind = row.Kind,
        Status = row.Status,
        Total = row.Total,
        Done = row.Done,
        Succeeded = row.Succeeded,
        Failed = row.Failed,
        ErrorCode = row.ErrorCode,
        ErrorDetail = row.ErrorDetail,
        Summary = row.Summary is null ? null : JsonSerializer.Deserialize<JsonElement>(row.Summary),
        CreatedAt = row.CreatedAt,
        CreatedBy = row.CreatedBy,
        StartedAt = row.StartedAt,
        FinishedAt = row.FinishedAt,
    };
}
