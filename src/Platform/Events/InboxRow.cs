using Crm.Platform.Data;

namespace Crm.Platform.Events;

/// <summary>The mark that a reaction has handled an event, written in the same transaction as its effect: one effect, however often it is delivered.</summary>
public sealed class InboxRow : ITenantOwned
{
    public Guid TenantId { get; set; }

    public required string Reaction { get; set; }

    public Guid EventId { get; set; }

    public DateTime At { get; set; }
}
