using Crm.Platform.Data;
using Crm.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Crm.Platform.Jobs;

/// <summary>Whose jobs are whose: a member's own; one who sees every customer and opportunity of the tenant sees all.</summary>
static class JobAccess
{
    public static IQueryable<JobRow> Visible(CrmDb db, Caller caller)
    {
        var rows = db.Set<JobRow>().AsNoTracking();
        return caller.SeesWholeTenant ? rows : rows.Where(row => row.CreatedBy == caller.MemberId);
    }

    /// <summary>To see is not to stop: somebody else's job is stopped only by one who could have asked for it.</summary>
    public static bool MayStop(JobRow job, Caller caller) =>
        job.CreatedBy == caller.MemberId || (caller.SeesWholeTenant && caller.Has(Permission.Import));
}
