using Crm.Opportunities.Data;

namespace Crm.Opportunities.UseCases;

/// <summary>How the tenant reads its funnel.</summary>
internal sealed record FunnelSettingsView
{
    public const int DefaultWindowDays = 180;

    /// <summary>0 while the product's defaults hold.</summary>
    public required int Version { get; init; }

    /// <summary>So many days an opportunity has to reach a later stage for the rates of <c>GET /funnel/conversions</c>.</summary>
    public required int ConversionWindowDays { get; init; }

    public static FunnelSettingsView Of(SettingsRow? row) => new()
    {
        Version = row?.Version ?? 0,
        ConversionWindowDays = row?.ConversionWindowDays ?? DefaultWindowDays,
    };
}
