namespace Crm.Platform.Events;

/// <summary>How the relay works.</summary>
public sealed record RelayOptions
{
    /// <summary>Events read and handled together.</summary>
    public int Batch { get; init; } = 200;

    /// <summary>Tries before an event is parked.</summary>
    public int Tries { get; init; } = 8;

    /// <summary>Wait after the first failure; doubled with each further one.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(1);

    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// What waits for a module that a tenant has off is looked at again after this long. Switching it on does not wait for that; it is for the
    /// event that came in the moment between.
    /// </summary>
    public TimeSpan HeldFor { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>A reaction that takes longer has failed.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often the outbox is looked at when nothing came.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>
    /// After a batch that was not full: what comes meanwhile is handled together. Each turn moves the position in a commit of its own, and
    /// without the pause a busy writer would find one of the relay's between every two of its own.
    /// </summary>
    public TimeSpan Gather { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>A host that has not renewed its lease for so long is taken for dead.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(15);

    internal TimeSpan WaitAfter(int attempts) =>
        TimeSpan.FromTicks(Math.Min(LongestWait.Ticks, FirstWait.Ticks << Math.Min(attempts - 1, 20)));
}
