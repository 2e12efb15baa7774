namespace Crm.Platform.Fields;

/// <summary>What may be set of a pick list.</summary>
sealed record PickListFields
{
    /// <summary>English name; at most 100 characters.</summary>
    public required string LabelEn { get; init; }

    /// <summary>Chinese name; at most 100 characters.</summary>
    public required string LabelZh { get; init; }

    /// <summary>Words that stand in no list are taken too. Of a built-in list only.</summary>
    public bool AllowsOther { get; init; }

    internal static PickListFields Of(PickList row) => new() { LabelEn = row.LabelEn, LabelZh = row.LabelZh, AllowsOther = row.AllowsOther };

    internal Refusal? Check(bool builtIn) => new FieldErrors()
        .Required("labelEn", LabelEn, FieldLimits.LabelLength)
        .Required("labelZh", LabelZh, FieldLimits.LabelLength)
        .When(AllowsOther && !builtIn, "allowsOther", "Only a built-in list takes other words.")
        .ToRefusal("pick-lists/invalid");

    internal void ApplyTo(PickList row)
    {
        row.LabelEn = LabelEn.Trim();
        row.LabelZh = LabelZh.Trim();
        row.AllowsOther = AllowsOther;
    }
}
