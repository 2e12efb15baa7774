namespace Crm.Methodology.Sdk;

/// <summary>Whose person fills a role.</summary>
public enum RoleSide
{
    /// <summary>A person of the customer, such as the one who decides.</summary>
    Customer,

    /// <summary>A person of our own team, such as presales.</summary>
    Own,
}
