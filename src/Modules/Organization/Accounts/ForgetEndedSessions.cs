using System.Globalization;
using Crm.Organization.Data;
using Crm.Organization.Domain;
using Crm.Platform.Data;
using Crm.Platform.Scheduling;
using Microsoft.EntityFrameworkCore;

namespace Crm.Organization.Accounts;

/// <summary>Every night: sessions and tokens that are older than any session may live. Bounded per run; the rest goes with the next.</summary>
internal sealed class ForgetEndedSessions(Database database, TimeProvider clock) : IScheduledWork
{
    const int RowsAtOnce = 2_000;
    const int Rounds = 50;

    public string Name => "organization.forget-ended-sessions";

    public string Cron => "0 41 2 * * ?";

    public async Task<string> Run(CancellationToken ct)
    {
        // A day more than the longest session, so that a token used at the last moment is still judged by its session.
        var before = clock.UtcNow() - RefreshRules.SessionLimit - TimeSpan.FromDays(1);
        var sessions = await Remove(db => db.Set<Session>().IgnoreQueryFilters([CrmDb.TenantFilter]).Where(session => session.StartedAt < before), ct);
        var tokens = await Remove(db => db.Set<RefreshToken>().IgnoreQueryFilters([CrmDb.TenantFilter]).Where(token => token.IssuedAt < before), ct);
        return string.Create(CultureInfo.InvariantCulture, $"{sessions} sessions and {tokens} tokens removed");
    }

    async Task<int> Remove<T>(Func<CrmDb, IQueryable<T>> rows, CancellationToken ct)
        where T : class
    {
        var removed = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var outcome = await database.WriteAcrossTenants<int>(async (db, inner) => await rows(db).Take(RowsAtOnce).ExecuteDeleteAsync(inner), ct);
            if (outcome.IsRefused || outcome.Value == 0) break;
            removed += outcome.Value;
        }
        return removed;
    }
}
