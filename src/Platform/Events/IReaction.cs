using Crm.Platform.Data;

namespace Crm.Platform.Events;

/// <summary>
/// What a module does when something has happened elsewhere. It writes into the context it is given; its inbox marks stand in the same
/// transaction, so its effect happens once however often an event is delivered. Effects outside the database belong behind a row of their own.
/// </summary>
public interface IReaction
{
    /// <summary>Stable: it is stored beside every event it has handled, e.g. <c>leads.close-on-won</c>.</summary>
    string Name { get; }

    /// <summary>Names of the events it wants.</summary>
    IReadOnlyCollection<string> Events { get; }

    /// <summary>Handles events of one tenant in commit order. A throw rolls all of them back; they are then tried one by one.</summary>
    Task Handle(CrmDb db, IReadOnlyList<DeliveredEvent> events, CancellationToken ct);
}
