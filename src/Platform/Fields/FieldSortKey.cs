namespace Crm.Platform.Fields;

/// <summary>What a record stands by in a list that is sorted by a custom field: a text or a number, as its field is.</summary>
sealed class FieldSortKey
{
    public Guid RecordId { get; init; }

    public string? Text { get; init; }

    public long? Number { get; init; }
}
