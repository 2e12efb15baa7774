namespace Crm.Platform.Fields;

/// <summary>What may be set of a choice.</summary>
sealed record PickValueFields
{
    /// <summary>English name; at most 100 characters.</summary>
    public required string LabelEn { get; init; }

    /// <summary>Chinese name; at most 100 characters.</summary>
    public required string LabelZh { get; init; }

    public PickColor Color { get; init; }

    internal static PickValueFields Of(PickValue row) => new() { LabelEn = row.LabelEn, LabelZh = row.LabelZh, Color = row.Color };

    internal Refusal? Check() => new FieldErrors()
        .Required("labelEn", LabelEn, FieldLimits.LabelLength)
        .Required("labelZh", LabelZh, FieldLimits.LabelLength)
        .ToRefusal("pick-values/invalid");

    internal void ApplyTo(PickValue row)
    {
        row.LabelEn = LabelEn.Trim();
        row.LabelZh = LabelZh.Trim();
        row.Color = Color;
    }
}
