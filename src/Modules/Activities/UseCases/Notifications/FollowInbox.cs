using Crm.Activities.Notifying;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Lists;
using Crm.Platform.Security;
using Crm.Platform.Streaming;

namespace Crm.Activities.UseCases.Notifications;

/// <summary>The caller's inbox on the stream: how many are unread, whenever that changes.</summary>
internal sealed class FollowInbox(Database database, InboxSignal signal) : IStreamTopic
{
    public string Name => "notifications";

    public string Description => "how many of the caller's notifications are unread, whenever that changes";

    public Permission Requires => Permission.ReadActivities;

    public IEnumerable<ListParameter> Parameters => [];

    public Task<Outcome<IStreamSource>> Open(Caller caller, ListQuery query, CancellationToken ct) =>
        Task.FromResult(Outcome<IStreamSource>.Of(new Source(database, signal, caller.TenantId, caller.MemberId)));

    sealed class Source(Database database, InboxSignal signal, Guid tenantId, Guid memberId) : IStreamSource
    {
        UnreadCount? _told;

        public TimeSpan Patience => TimeSpan.FromSeconds(5);

        public Task Stirred(CancellationToken ct) => signal.Next(tenantId, memberId);

        public async Task<Outcome<IReadOnlyList<StreamEvent>>> Look(Caller caller, CancellationToken ct)
        {
            await using var db = database.Read(tenantId);
            var unread = await Inbox.Unread(db, memberId, ct);
            if (unread == _told) return Outcome<IReadOnlyList<StreamEvent>>.Of([]);
            _told = unread;
            return Outcome<IReadOnlyList<StreamEvent>>.Of([StreamEvent.Of(unread)]);
        }
    }
}
