using Crm.Activities.Data;
using Crm.Activities.Domain;
using Crm.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Crm.Activities.UseCases.Notifications;

/// <summary>The in-app channel: what has been sent to a member and whose time has come.</summary>
internal static class Inbox
{
    const int CountCap = 1000;

    internal static IQueryable<Notification> Of(CrmDb db, Guid memberId)
    {
        var now = db.UtcNow();
        return db.Set<Notification>().Where(row => row.RecipientId == memberId && row.Channel == NotificationChannel.InApp
            && row.State == NotificationState.Sent && row.NotBefore <= now);
    }

    internal static async Task<UnreadCount> Unread(CrmDb db, Guid memberId, CancellationToken ct)
    {
        var rows = Of(db, memberId).Where(row => row.ReadAt == null);
        var count = await rows.Take(CountCap + 1).CountAsync(ct);
        return new UnreadCount { Count = Math.Min(count, CountCap), IsCapped = count > CountCap };
    }
}
