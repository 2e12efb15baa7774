using Crm.Platform.Data;
using Crm.Platform.Fields;

namespace Crm.Customers.Data;

/// <summary>A person at a customer. Who may see the customer may see its contacts.</summary>
internal sealed class Contact : Entity, IAudited, ICustomized
{
    public Guid CustomerId { get; set; }

    [Personal]
    public required string Name { get; set; }

    public string? Title { get; set; }

    [Personal]
    public string? Mobile { get; set; }

    [Personal]
    public string? Email { get; set; }

    [Personal]
    public string? WeChat { get; set; }

    /// <summary>At most one of a customer's contacts.</summary>
    public bool IsPrimary { get; set; }

    [CustomJson]
    public string? Custom { get; set; }

    [CustomJson, Personal]
    public string? CustomPersonal { get; set; }
}
