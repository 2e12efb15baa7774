using Crm.Organization.Data;
using Crm.Platform;
using Crm.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Crm.Organization.Access;

/// <summary>Every change of who may do what goes through here: one after the other within a tenant, and counting at once on this node.</summary>
internal sealed class AccessWrites(Database database, AccessCache cache)
{
    internal async Task<Outcome<T>> Write<T>(WriteContext context, Func<CrmDb, CancellationToken, Task<Outcome<T>>> work, CancellationToken ct)
    {
        try
        {
            return await database.Write(
                context,
                async (db, token) =>
                {
                    await Touch(db, token);
                    return await work(db, token);
                },
                ct);
        }
        catch (DbUpdateException e) when (UniqueKeys.Caused(e))
        {
            return Refusal.Conflict("organization/taken", "Somebody else has just used this name. Choose another one.");
        }
        finally
        {
            cache.Forget(context.TenantId);
        }
    }

    /// <summary>Raises the serial first, and so holds the tenant's row until the transaction ends.</summary>
    internal static async Task Touch(CrmDb db, CancellationToken ct) =>
        await db.Set<AccessSerial>().ExecuteUpdateAsync(row => row.SetProperty(serial => serial.Serial, serial => serial.Serial + 1), ct);
}
