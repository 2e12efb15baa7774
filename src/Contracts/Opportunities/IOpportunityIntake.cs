using System.Text.Json;

namespace Crm.Contracts.Opportunities;

/// <summary>
/// Takes in many opportunities with their past at once: imports, demo data, lead conversion. Creation only, in the caller's
/// transaction; a later change of one of them goes through the opportunity itself like any other.
/// </summary>
public interface IOpportunityIntake
{
    /// <summary>
    /// Writes the rows with a history row per moment. A row whose external key is known is answered Unchanged when it was
    /// taken in with the same values, and Refused with <c>opportunities/already-taken-in</c> when the values differ.
    /// A refused row (unknown stage, moments out of order, a move the method does not declare) does not stop the others.
    /// </summary>
    Task<IReadOnlyList<IntakeAnswer>> TakeIn(IUnitOfWork unit, IReadOnlyList<OpportunityIntake> rows, CancellationToken ct);
}

/// <summary>An opportunity as it comes from outside, with all that is known of its past.</summary>
public sealed record OpportunityIntake
{
    /// <summary>The outside key; null for a row that is always new.</summary>
    public ExternalKey? Key { get; init; }

    /// <summary>
    /// What the source said, in one text of the sender's making. When the row comes again this is compared in place of the values, so
    /// that what does not come from the source (who sends it, on which day) makes no difference. Null compares the values.
    /// </summary>
    public string? Said { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>The customer.</summary>
    public required Guid CustomerId { get; init; }

    /// <summary>Type key, for example <c>NewProject</c>; it decides the method.</summary>
    public required string Type { get; init; }

    /// <summary>ISO 4217 code of every amount in the row.</summary>
    public required string Currency { get; init; }

    /// <summary>The products asked for. When there are any, the amount of the last moment is their sum.</summary>
    public IReadOnlyList<OpportunityIntakeLine> Lines { get; init; } = [];

    /// <summary>What the customer needs, in words.</summary>
    public string? Need { get; init; }

    /// <summary>Values of the tenant's own fields by key. Null says nothing.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Custom { get; init; }

    /// <summary>What is to be done next, in words.</summary>
    public string? NextStep { get; init; }

    /// <summary>By when.</summary>
    public DateOnly? NextStepDate { get; init; }

    /// <summary>What was true when, oldest first, at least one. The first opens it, the last is the present.</summary>
    public required IReadOnlyList<OpportunityMoment> Moments { get; init; }
}

/// <summary>One product line of an opportunity.</summary>
/// <param name="ProductId">The product.</param>
/// <param name="Quantity">Above zero, at most 4 decimals.</param>
/// <param name="Amount">The line's amount in the opportunity's currency.</param>
public sealed record OpportunityIntakeLine(Guid ProductId, decimal Quantity, decimal Amount);

/// <summary>The facts of an opportunity from one instant on.</summary>
public sealed record OpportunityMoment
{
    /// <summary>When it was so and was known; null means now. Never after now.</summary>
    public DateTime? AtUtc { get; init; }

    /// <summary>
    /// From when on it was so, when that is earlier than it became known here; null means since <see cref="AtUtc"/>. Ages count from
    /// it, "as of" goes by what was known.
    /// </summary>
    public DateTime? HoldsSinceUtc { get; init; }

    /// <summary><c>Open</c>, <c>Won</c>, <c>Lost</c>, <c>Abandoned</c> or <c>OnHold</c>.</summary>
    public string Status { get; init; } = "Open";

    /// <summary>Key of an open stage of the method; for a closed opportunity the stage it was closed from.</summary>
    public required string Stage { get; init; }

    /// <summary>Amount; null when nobody has said one yet.</summary>
    public decimal? Amount { get; init; }

    /// <summary>Expected close date, or the actual one when closed.</summary>
    public DateOnly? CloseDate { get; init; }

    /// <summary>The owner.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>Who made the change; null means the system.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>Why: required when closed, moved back or reopened.</summary>
    public string? Reason { get; init; }
}
