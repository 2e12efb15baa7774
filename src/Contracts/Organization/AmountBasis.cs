namespace Crm.Contracts.Organization;

/// <summary>Whether a tenant's amounts include tax. Fixed when the tenant is made; opportunities, funnel, forecast, targets and booked sales all use it.</summary>
public enum AmountBasis
{
    /// <summary>含税: tax included.</summary>
    Gross,

    /// <summary>不含税: tax excluded.</summary>
    Net,
}
