using Crm.Platform;

namespace Crm.Opportunities.Domain;

/// <summary>What an opportunity takes at the most.</summary>
internal static class OpportunityLimits
{
    public const int NameLength = 200;
    public const int NeedLength = 4000;
    public const int TimelineLength = 1000;
    public const int NextStepLength = 500;
    public const int ReasonLength = 500;
    public const int CompetitorLength = 200;
    public const int RoleLength = 60;
    public const int StageKeyLength = 60;
    public const int ExternalSourceLength = 50;
    public const int ExternalIdLength = 200;
    public const int Lines = 200;
    public const int Team = 50;
    public const decimal MaxQuantity = 1_000_000_000m;
    public const decimal MaxAmount = Scaled.MaxAmount;
    public static readonly DateOnly FirstDate = new(1990, 1, 1);
    public static readonly DateOnly LastDate = new(2199, 12, 31);
}
