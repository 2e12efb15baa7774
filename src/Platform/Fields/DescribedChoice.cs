namespace Crm.Platform.Fields;

/// <summary>A choice as forms offer it and pages show it.</summary>
sealed record DescribedChoice
{
    public required string Key { get; init; }

    /// <summary>In the language asked for.</summary>
    public required string Label { get; init; }

    public required PickColor Color { get; init; }

    /// <summary>Stays readable where it stands and is not offered.</summary>
    public required bool Retired { get; init; }

    internal static IReadOnlyList<DescribedChoice> Of(ChoiceList? list, string language) =>
        [.. (list?.Values ?? []).Select(value => new DescribedChoice { Key = value.Key, Label = value.Label(language), Color = value.Color, Retired = value.Retired })];
}
