using Crm.Platform.Http;

namespace Crm.Platform.Fields;

/// <summary>A pick list as the API shows it; its values are listed by themselves.</summary>
sealed record PickListView : IVersioned
{
    public required Guid Id { get; init; }

    public required int Version { get; init; }

    /// <summary>Stable.</summary>
    public required string Key { get; init; }

    public required string LabelEn { get; init; }

    public required string LabelZh { get; init; }

    /// <summary>Every tenant has it, for a built-in choice such as the industry.</summary>
    public required bool BuiltIn { get; init; }

    /// <summary>Words that stand in no list are taken too.</summary>
    public required bool AllowsOther { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required DateTime UpdatedAt { get; init; }

    /// <summary>When it was retired.</summary>
    public DateTime? ArchivedAt { get; init; }

    internal static Refusal NotFound => Refusal.NotFound("pick-lists/not-found", "There is no such pick list.");

    internal static PickListView Of(PickList row) => new()
    {
        Id = row.Id,
        Version = row.Version,
        Key = row.Key,
        LabelEn = row.LabelEn,
        LabelZh = row.LabelZh,
        BuiltIn = row.BuiltIn,
        AllowsOther = row.AllowsOther,
        CreatedAt = row.CreatedAt,
        UpdatedAt = row.UpdatedAt,
        ArchivedAt = row.ArchivedAt,
    };
}
