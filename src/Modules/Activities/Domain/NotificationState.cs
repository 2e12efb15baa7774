namespace Crm.Activities.Domain;

/// <summary>How far a delivery has come.</summary>
internal enum NotificationState
{
    /// <summary>Waits for its time or for a sender.</summary>
    Pending,

    /// <summary>In the inbox, or taken by the provider.</summary>
    Sent,

    /// <summary>Taken back before it was sent.</summary>
    Withdrawn,

    /// <summary>Given up after the last try.</summary>
    Failed,
}
