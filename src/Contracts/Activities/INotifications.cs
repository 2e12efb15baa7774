namespace Crm.Contracts.Activities;

/// <summary>Tells members that something concerns them. Intended in the caller's transaction, sent after it by each person's channels.</summary>
public interface INotifications
{
    /// <summary>
    /// Intends the notices. One event makes at most one delivery a person and channel: a notice whose key that person has been told already
    /// is left out without a word. Members who are not active are left out.
    /// </summary>
    Task Intend(IUnitOfWork unit, IReadOnlyList<Notice> notices, CancellationToken ct);

    /// <summary>Takes back what has not been sent yet, e.g. reminders of a task that was finished. What was sent stays.</summary>
    Task Withdraw(IUnitOfWork unit, string recordKind, Guid recordId, IReadOnlyCollection<Guid>? recipientIds, CancellationToken ct);
}
