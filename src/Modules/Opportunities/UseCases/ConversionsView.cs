using Crm.Opportunities.Domain;

namespace Crm.Opportunities.UseCases;

/// <summary>Conversions of a cohort: the opportunities that entered a stage from one business date to another.</summary>
internal sealed record ConversionsView
{
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }

    /// <summary>So many days an opportunity has to reach the later stage.</summary>
    public required int WindowDays { get; init; }

    /// <summary>Each open stage of the tenant's methods with every later stage of its main path, won included.</summary>
    public required IReadOnlyList<ConversionView> Items { get; init; }
}

/// <summary>
/// From one stage to a later one: <c>converted</c> ÷ <c>resolved</c>. An opportunity is resolved when it entered the later stage within the
/// window, is closed, or has used the window up. A stage that was passed over was not entered.
/// </summary>
internal sealed record ConversionView
{
    public required string MethodId { get; init; }
    public required string FromStage { get; init; }
    public required string FromName { get; init; }
    public required string ToStage { get; init; }
    public required string ToName { get; init; }

    /// <summary>How many entered the first stage in the cohort.</summary>
    public required int Entered { get; init; }

    /// <summary>Of those, how many are decided: the n of the rate.</summary>
    public required int Resolved { get; init; }

    /// <summary>Of those, how many entered the later stage within the window.</summary>
    public required int Converted { get; init; }

    /// <summary>0 to 1; null when nobody is resolved.</summary>
    public required decimal? Rate { get; init; }

    /// <summary>Fewer than 30 are resolved: the rate says little.</summary>
    public required bool IsSmall { get; init; }

    public static ConversionView Of(string methodId, (string Key, string Name) from, (string Key, string Name) to, Conversion conversion) => new()
    {
        MethodId = methodId,
        FromStage = from.Key,
        FromName = from.Name,
        ToStage = to.Key,
        ToName = to.Name,
        Entered = conversion.Entered,
        Resolved = conversion.Resolved,
        Converted = conversion.Converted,
        Rate = conversion.Rate,
        IsSmall = conversion.IsSmall,
    };
}
