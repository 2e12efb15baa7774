namespace Crm.Contracts.Events;

/// <summary>A fact that has happened. Carries ids and figures, never personal data; its stable name stands in <see cref="EventNameAttribute"/>.</summary>
public interface IEvent
{
    /// <summary>The record the event is about. Events of one record reach each reaction in the order in which they were committed.</summary>
    Guid RecordId { get; }
}
