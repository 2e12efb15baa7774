using Crm.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Crm.Platform.Fields;

/// <summary>Every change of a tenant's fields and lists goes through here: one after the other within a tenant, and counting at once on this node.</summary>
sealed class FieldWrites(Database database, CustomFields fields)
{
    const int Attempts = 3;

    public async Task<Outcome<T>> Write<T>(WriteContext context, Func<CrmDb, CancellationToken, Task<Outcome<T>>> work, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await database.Write(context, async (db, token) =>
                {
                    await Touch(db, token);
                    await Seed(db, token);
                    return await work(db, token);
                }, ct);
            }
            catch (DbUpdateException e) when (UniqueKeys.Caused(e) && attempt < Attempts)
            {
                // A parallel call made the tenant's first row, or took the key: the next attempt sees it.
            }
            finally
            {
                fields.Forget(context.TenantId);
            }
        }
    }

    /// <summary>The built-in lists stand in the tables from when somebody first looks at them there.</summary>
    public async Task EnsureSeeded(Guid tenantId, CancellationToken ct)
    {
        await using (var db = database.Read(tenantId))
        {
            if ((await Missing(db, ct)).Count == 0) return;
        }
        await Write(new WriteContext(tenantId, null), (_, _) => Task.FromResult<Outcome<Nothing>>(Nothing.Value), ct);
    }

    // Raises the serial first, and so holds the tenant's row until the transaction ends.
    static async Task Touch(CrmDb db, CancellationToken ct)
    {
        if (await db.Set<FieldSerial>().ExecuteUpdateAsync(row => row.SetProperty(serial => serial.Serial, serial => serial.Serial + 1), ct) > 0) return;
        db.Add(new FieldSerial { TenantId = db.TenantId, Serial = 1 });
        await db.SaveChangesAsync(ct);
    }

    async Task Seed(CrmDb db, CancellationToken ct)
    {
        var missing = await Missing(db, ct);
        foreach (var list in missing)
        {
            var row = new PickList { Id = Guid.CreateVersion7(db.UtcNow()), Key = list.Key, LabelEn = list.LabelEn, LabelZh = list.LabelZh, BuiltIn = true, AllowsOther = true };
            db.Add(row);
            db.AddRange(list.Values.Select((value, position) => new PickValue
            {
                PickListId = row.Id,
                Key = value.Key,
                LabelEn = value.LabelEn,
                LabelZh = value.LabelZh,
                Color = value.Color,
                Position = position,
            }));
        }
        if (missing.Count > 0) await db.SaveChangesAsync(ct);
    }

    async Task<IReadOnlyList<BuiltInPickList>> Missing(CrmDb db, CancellationToken ct)
    {
        var known = await db.Set<PickList>().Where(list => list.BuiltIn).Select(list => list.Key).ToListAsync(ct);
        return [.. fields.BuiltIn.Where(list => !known.Contains(list.Key))];
    }
}
