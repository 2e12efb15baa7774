using Crm.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Crm.Platform.Fields;

public static class UniqueRaces
{
    /// <summary>Runs a write once more when a parallel one took a unique value between its check and its save: the second time the check names the field.</summary>
    public static async Task<Outcome<T>> AgainWhenTaken<T>(Func<Task<Outcome<T>>> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        try
        {
            return await write();
        }
        catch (Exception e) when (e is DbUpdateException update && UniqueKeys.Caused(update)
                                  || e is System.Data.Common.DbException raw && UniqueKeys.Caused(new DbUpdateException("", raw)))
        {
            return await write();
        }
    }
}
