using System.Collections.Concurrent;

namespace Crm.Activities.Notifying;

/// <summary>Wakes the streams of this node whose member's inbox has changed. A stream of another node finds out by looking.</summary>
internal sealed class InboxSignal
{
    readonly ConcurrentDictionary<(Guid Tenant, Guid Member), TaskCompletionSource> _waiting = new();

    /// <summary>Completes at the next change of the member's inbox.</summary>
    public Task Next(Guid tenantId, Guid memberId) =>
        _waiting.GetOrAdd((tenantId, memberId), _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void Changed(Guid tenantId, Guid memberId)
    {
        if (_waiting.TryRemove((tenantId, memberId), out var waiting)) waiting.TrySetResult();
    }
}
