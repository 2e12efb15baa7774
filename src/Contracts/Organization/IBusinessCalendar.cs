namespace Crm.Contracts.Organization;

/// <summary>The tenant's calendars: which days are worked, and how its fiscal year is divided.</summary>
public interface IBusinessCalendar
{
    /// <summary>Working days as the tenant's holiday calendar says; Monday to Friday where it says nothing.</summary>
    ValueTask<WorkingDays> WorkingDays(Guid tenantId, CancellationToken ct);

    /// <summary>The fiscal calendar; the calendar year unless the tenant chose otherwise.</summary>
    ValueTask<FiscalCalendar> Fiscal(Guid tenantId, CancellationToken ct);
}
