using Crm.Activities.Data;
using Crm.Activities.Domain;
using Crm.Contracts;
using Crm.Contracts.Activities;
using Crm.Contracts.Organization;
using Crm.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Crm.Activities.Notifying;

/// <summary>Writes intended deliveries into the caller's transaction: one row per recipient, channel and event.</summary>
internal sealed class NotificationWriter(IOrganizationDirectory organization, InboxSignal signal) : INotifications
{
    public async Task Intend(IUnitOfWork unit, IReadOnlyList<Notice> notices, CancellationToken ct)
    {
        if (notices.Count == 0) return;
        var db = unit.Db();
        var members = await organization.Members(db.TenantId, [.. notices.Select(notice => notice.RecipientId).Distinct()], ct);
        var keys = notices.Select(notice => notice.Key).Distinct().ToArray();
        var told = (await db.Set<Notification>().AsNoTracking().Where(row => keys.Contains(row.Key)).Select(row => new { row.RecipientId, row.Key }).ToListAsync(ct))
            .Select(row => (row.RecipientId, row.Key)).ToHashSet();
        var now = db.UtcNow();
        var tenantId = db.TenantId;
        foreach (var notice in notices)
        {
            if (!members.TryGetValue(notice.RecipientId, out var member) || !member.Active) continue;
            if (!told.Add((notice.RecipientId, notice.Key))) continue;
            var due = notice.NotBeforeUtc ?? now;
            db.Add(new Notification
            {
                Id = Guid.CreateVersion7(now),
                RecipientId = notice.RecipientId,
                Channel = NotificationChannel.InApp,
                Key = notice.Key,
                Kind = notice.Kind,
                RecordKind = notice.RecordKind,
                RecordId = notice.RecordId,
                ActorId = notice.ActorId,
                CreatedAt = now,
                NotBefore = due,
                // The inbox shows a row from its time on: nothing has to send it.
                State = NotificationState.Sent,
            });
            db.AfterCommit(() => signal.Changed(tenantId, member.Id));
        }
    }

    public Task Withdraw(IUnitOfWork unit, string recordKind, Guid recordId, IReadOnlyCollection<Guid>? recipientIds, CancellationToken ct)
    {
        var db = unit.Db();
        var now = db.UtcNow();
        var rows = db.Set<Notification>().Where(row => row.RecordKind == recordKind && row.RecordId == recordId
            && (row.State == NotificationState.Pending || row.State == NotificationState.Sent && row.NotBefore > now));
        if (recipientIds is not null)
        {
            var ids = recipientIds.ToArray();
            rows = rows.Where(row => ids.Contains(row.RecipientId));
        }
        return rows.ExecuteUpdateAsync(set => set.SetProperty(row => row.State, NotificationState.Withdrawn), ct);
    }
}
