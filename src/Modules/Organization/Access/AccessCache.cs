using System.Collections.Concurrent;
using Crm.Organization.Data;
using Crm.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Crm.Organization.Access;

/// <summary>
/// What this node remembers of each tenant's access. The tenant's serial is looked at twice a second at the most, while requests go on with
/// what is remembered; nobody is served from memory that was not confirmed within the last <see cref="MaxAge"/>. A change made on this node
/// is forgotten at once.
/// </summary>
internal sealed class AccessCache(Database database, AccessReader reader, TimeProvider clock)
{
    static readonly TimeSpan LookAfter = TimeSpan.FromMilliseconds(400);
    static readonly TimeSpan MaxAge = TimeSpan.FromMilliseconds(900);

    readonly ConcurrentDictionary<Guid, Entry> _tenants = new();

    /// <summary>What is remembered, when it may still be served; the hot path.</summary>
    internal TenantAccess? Fresh(Guid tenantId)
    {
        if (!_tenants.TryGetValue(tenantId, out var entry) || entry.Access is not { } access) return null;
        var age = clock.GetElapsedTime(Volatile.Read(ref entry.ConfirmedAt));
        if (age < LookAfter) return access;
        if (age > MaxAge) return null;
        if (entry.TryStartLook()) _ = Look(entry);
        return access;
    }

    internal async ValueTask<TenantAccess?> Get(Guid tenantId, CancellationToken ct)
    {
        if (Fresh(tenantId) is { } access) return access;
        var entry = _tenants.GetOrAdd(tenantId, id => new Entry(id));
        var confirmed = await Confirm(entry, ct);
        if (confirmed is null) _tenants.TryRemove(new(tenantId, entry));
        return confirmed;
    }

    internal async ValueTask<MemberAccess?> Member(TenantAccess access, Guid memberId, CancellationToken ct)
    {
        if (access.Members.TryGetValue(memberId, out var member)) return member;
        var found = await reader.Members(access, [memberId], ct);
        return found.Count == 0 ? null : access.Members.GetOrAdd(memberId, found[0]);
    }

    /// <summary>Call after a change of access was committed: the next request on this node sees it.</summary>
    internal void Forget(Guid tenantId)
    {
        if (_tenants.TryGetValue(tenantId, out var entry)) entry.Forget();
    }

    async Task Look(Entry entry)
    {
        try
        {
            await Confirm(entry, CancellationToken.None);
        }
        catch (Exception)
        {
            // The database is away. What is remembered lapses in a moment, and then the request that needs it reports the fault.
        }
        finally
        {
            entry.EndLook();
        }
    }

    async Task<TenantAccess?> Confirm(Entry entry, CancellationToken ct)
    {
        await entry.Gate.WaitAsync(ct);
        try
        {
            if (entry.Access is { } present && clock.GetElapsedTime(Volatile.Read(ref entry.ConfirmedAt)) < LookAfter) return present;
            while (true)
            {
                var epoch = entry.Epoch;
                var lookedAt = clock.GetTimestamp();
                long serial;
                await using (var db = database.Read(entry.TenantId))
                {
                    serial = await db.Set<AccessSerial>().Select(row => (long?)row.Serial).SingleOrDefaultAsync(ct) ?? -1;
                }
                if (serial < 0) return null;
                var access = entry.Access is { } known && known.Serial == serial ? known : await reader.Tenant(entry.TenantId, serial, ct);
                if (access is null) return null;
                if (entry.Keep(access, lookedAt, epoch)) return access;
            }
        }
        finally
        {
            entry.Gate.Release();
        }
    }

    sealed class Entry(Guid tenantId)
    {
        readonly Lock _lock = new();
        TenantAccess? _access;
        int _looking;

        public long ConfirmedAt;

        public Guid TenantId => tenantId;

        public SemaphoreSlim Gate { get; } = new(1, 1);

        public TenantAccess? Access => Volatile.Read(ref _access);

        public int Epoch { get; private set; }

        public bool TryStartLook() => Interlocked.CompareExchange(ref _looking, 1, 0) == 0;

        public void EndLook() => Volatile.Write(ref _looking, 0);

        /// <summary>False when something was changed while it was read: then it may be from before the change.</summary>
        public bool Keep(TenantAccess access, long confirmedAt, int epoch)
        {
            lock (_lock)
            {
                if (Epoch != epoch) return false;
                Volatile.Write(ref ConfirmedAt, confirmedAt);
                Volatile.Write(ref _access, access);
                return true;
            }
        }

        public void Forget()
        {
            lock (_lock)
            {
                Epoch++;
                Volatile.Write(ref _access, null);
            }
        }
    }
}
