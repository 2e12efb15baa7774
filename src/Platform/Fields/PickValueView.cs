using Crm.Platform.Http;

namespace Crm.Platform.Fields;

/// <summary>A choice as the API shows it.</summary>
sealed record PickValueView : IVersioned
{
    public required Guid Id { get; init; }

    public required int Version { get; init; }

    public required Guid PickListId { get; init; }

    /// <summary>What records keep. Stable.</summary>
    public required string Key { get; init; }

    public required string LabelEn { get; init; }

    public required string LabelZh { get; init; }

    public required PickColor Color { get; init; }

    /// <summary>Its place in the list, from 0.</summary>
    public required int Position { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required DateTime UpdatedAt { get; init; }

    /// <summary>When it was retired: it stays readable where it stands and is not offered.</summary>
    public DateTime? ArchivedAt { get; init; }

    internal static Refusal NotFound => Refusal.NotFound("pick-values/not-found", "There is no such choice.");

    internal static PickValueView Of(PickValue row) => new()
    {
        Id = row.Id,
        Version = row.Version,
        PickListId = row.PickListId,
        Key = row.Key,
        LabelEn = row.LabelEn,
        LabelZh = row.LabelZh,
        Color = row.Color,
        Position = row.Position,
        CreatedAt = row.CreatedAt,
        UpdatedAt = row.UpdatedAt,
        ArchivedAt = row.ArchivedAt,
    };
}
