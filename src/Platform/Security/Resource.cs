namespace Crm.Platform.Security;

/// <summary>The kinds of record that data scope is given for, per role.</summary>
public enum Resource
{
    Customers,
    Opportunities,
    Members,
    Activities,
}
