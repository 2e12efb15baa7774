namespace Crm.Methodology.Sdk;

/// <summary>
/// What a method may know of an opportunity. Persons appear by the roles they play, never by name. New facts come as optional
/// properties, so a method must live with each of them being absent.
/// </summary>
public sealed record OpportunityFacts
{
    /// <summary>The opportunity's id, opaque.</summary>
    public required string Id { get; init; }

    /// <summary>The key of the stage it stands in.</summary>
    public required string Stage { get; init; }

    /// <summary>When it entered that stage, UTC.</summary>
    public required DateTime StageEnteredUtc { get; init; }

    /// <summary>When it was opened, UTC.</summary>
    public required DateTime OpenedUtc { get; init; }

    /// <summary>The kind of sale: <c>NewProject</c>, <c>Expansion</c>, <c>Renewal</c>, <c>Repeat</c>, <c>Tender</c> or a later one.</summary>
    public string? Type { get; init; }

    /// <summary>The amount in <see cref="Currency"/>, 0 or more; <see langword="null"/> when unknown.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The ISO 4217 code of the amounts here.</summary>
    public string? Currency { get; init; }

    /// <summary>The probability of winning now in force, a fraction 0-1.</summary>
    public decimal? Probability { get; init; }

    /// <summary>The expected close date.</summary>
    public DateOnly? CloseDate { get; init; }

    /// <summary>How often the close date was moved later.</summary>
    public int SlipCount { get; init; }

    /// <summary>The customer's budget in <see cref="Currency"/>; <see langword="null"/> when unknown.</summary>
    public decimal? Budget { get; init; }

    /// <summary>Whether the customer's need is written down.</summary>
    public bool NeedKnown { get; init; }

    /// <summary>Whether the customer's timetable is written down.</summary>
    public bool TimelineKnown { get; init; }

    /// <summary>Whether a primary contact is named.</summary>
    public bool PrimaryContactKnown { get; init; }

    /// <summary>How many competitors are named; 0 when it is known that there is none, <see langword="null"/> when nobody has said.</summary>
    public int? CompetitorCount { get; init; }

    /// <summary>The date of the next step; <see langword="null"/> when there is no next step.</summary>
    public DateOnly? NextStepDate { get; init; }

    /// <summary>The last activity with the customer, UTC; <see langword="null"/> when there was none.</summary>
    public DateTime? LastActivityUtc { get; init; }

    /// <summary>The opportunity's stage tasks that came from templates of its method.</summary>
    public IReadOnlyList<TaskFact> Tasks { get; init; } = [];

    /// <summary>The keys of the criteria that a person has marked as met.</summary>
    public IReadOnlyList<string> CriteriaMet { get; init; } = [];

    /// <summary>The keys of the method's roles that somebody fills.</summary>
    public IReadOnlyList<string> RolesFilled { get; init; } = [];
}
