using Crm.Platform.Data;

namespace Crm.Platform.Fields;

/// <summary>Rises with every change of a tenant's fields and lists: who remembers them asks for it first.</summary>
sealed class FieldSerial : ITenantOwned
{
    public Guid TenantId { get; set; }

    public long Serial { get; set; }
}
