using Crm.Platform.Data;

namespace Crm.Activities.Data;

/// <summary>A contact or a colleague who took part in an activity.</summary>
internal sealed class Participant : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid ActivityId { get; set; }

    public Guid PersonId { get; set; }

    /// <summary>True for a contact of a customer, false for a member.</summary>
    public bool IsContact { get; set; }
}
