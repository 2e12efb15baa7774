namespace Crm.Methodology.Sdk;

/// <summary>What a method answers.</summary>
public sealed record Assessment
{
    /// <summary>The most findings or factors that one list may hold; a longer answer is a fault of the method.</summary>
    public const int MaxItems = 500;

    /// <summary>What the stages left or passed over still miss. The move is refused while one of these blocks.</summary>
    public IReadOnlyList<Finding> Missing { get; init; } = [];

    /// <summary>What to do next, the most useful first. Never blocks.</summary>
    public IReadOnlyList<Finding> Advice { get; init; } = [];

    /// <summary>The parts of the method's score; empty when it does not score.</summary>
    public IReadOnlyList<ScoreFactor> Factors { get; init; } = [];

    /// <summary>
    /// The key of the open stage that the opportunity should now move to by itself, because the milestones of an auto-advancing stage
    /// are done; <see langword="null"/> when it stays.
    /// </summary>
    public string? AdvanceTo { get; init; }

    /// <summary>Whether nothing stands in the way of the asked-for move.</summary>
    public bool AllowsMove
    {
        get
        {
            for (var i = 0; i < Missing.Count; i++)
            {
                if (Missing[i].Blocks)
                    return false;
            }

            return true;
        }
    }
}
