namespace Crm.Methodology.Sdk;

/// <summary>One part of an opportunity's score. The score is the sum of its factors' points.</summary>
public sealed record ScoreFactor
{
    /// <summary>Names the factor; at most 80 characters, unique in its answer.</summary>
    public required string Key { get; init; }

    /// <summary>The factor for people.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>The points it adds, −1000 to 1000.</summary>
    public required decimal Points { get; init; }
}
