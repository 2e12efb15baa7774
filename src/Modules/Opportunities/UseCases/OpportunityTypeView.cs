using Crm.Contracts.Opportunities;
using Crm.Opportunities.Data;

namespace Crm.Opportunities.UseCases;

/// <summary>A type of opportunity and the method it is sold by.</summary>
internal sealed record OpportunityTypeView
{
    public required OpportunityType Type { get; init; }

    /// <summary>0 while the product's default holds.</summary>
    public required int Version { get; init; }
    public required string MethodId { get; init; }

    /// <summary>The version that is set; null for the latest.</summary>
    public required string? MethodVersion { get; init; }

    /// <summary>The version that a new opportunity takes now; null when the method is not in working order.</summary>
    public required string? EffectiveVersion { get; init; }

    public static OpportunityTypeView Of(OpportunityType type, TypeRow? row, Processes processes)
    {
        var method = row?.MethodId ?? OpportunityTypes.Default(type);
        var process = row?.MethodVersion is { } version ? processes.Find(method, version) : processes.Latest(method);
        return new OpportunityTypeView
        {
            Type = type,
            Version = row?.Version ?? 0,
            MethodId = method,
            MethodVersion = row?.MethodVersion,
            EffectiveVersion = process?.Version,
        };
    }
}
