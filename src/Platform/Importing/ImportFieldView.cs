namespace Crm.Platform.Importing;

/// <summary>A field that a column can fill, as the API shows it.</summary>
public sealed record ImportFieldView
{
    public required string Key { get; init; }

    public required FieldKind Kind { get; init; }

    public required bool IsRequired { get; init; }

    /// <summary>The words of a choice; empty when any text is one.</summary>
    public required IReadOnlyCollection<string> Choices { get; init; }

    internal static ImportFieldView Of(ImportField field) => new()
    {
        Key = field.Key,
        Kind = field.Kind,
        IsRequired = field.IsRequired,
        Choices = field.Choices ?? [],
    };
}
