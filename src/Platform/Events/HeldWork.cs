using Crm.Platform.Data;
using Crm.Platform.Modules;
using Microsoft.EntityFrameworkCore;

namespace Crm.Platform.Events;

/// <summary>What was held while a module was off goes on when it is switched on, in the transaction that does so.</summary>
public sealed class HeldWork(IEnumerable<IReaction> reactions, ModuleGuard guard)
{
    public async Task Resume(CrmDb db, string module, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var names = reactions.Where(reaction => guard.ModuleOf(reaction) == module).Select(reaction => reaction.Name).ToArray();
        var now = db.UtcNow();
        await db.Set<DeliveryRow>().Where(row => names.Contains(row.Reaction) && row.ParkedAt == null && row.NextTryAt > now)
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.NextTryAt, now), ct);
    }
}
