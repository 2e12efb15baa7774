namespace Crm.Activities.UseCases.Notifications;

/// <summary>How many notifications wait to be read.</summary>
internal sealed record UnreadCount
{
    /// <summary>Counted up to 1,000.</summary>
    public required int Count { get; init; }

    /// <summary>True when there are more than that.</summary>
    public required bool IsCapped { get; init; }
}
