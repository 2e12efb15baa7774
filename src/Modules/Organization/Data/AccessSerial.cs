using Crm.Platform.Data;

namespace Crm.Organization.Data;

/// <summary>
/// Rises with every change of who may do what in a tenant. Nodes compare it to know that what they remember still holds; the change
/// takes the row first, so such changes of one tenant come one after another and rules over several rows (a tree without cycles, the last
/// administrator) hold.
/// </summary>
internal sealed class AccessSerial : ITenantOwned
{
    public Guid TenantId { get; set; }

    public long Serial { get; set; }
}
