using Crm.Platform.Data;
using Crm.Platform.Lists;
using Crm.Platform.Security;
using Crm.Platform.Streaming;

namespace Crm.Platform.Jobs;

/// <summary>The jobs that the caller may see on the stream: those under way at first, then each that moves.</summary>
sealed class FollowJobs(Database database, JobQueue jobs, TimeProvider clock) : IStreamTopic
{
    public string Name => "jobs";

    public string Description => "a job of the caller's that moved";

    public Permission Requires => Permission.ReadJobs;

    public IEnumerable<ListParameter> Parameters => [];

    public Task<Outcome<IStreamSource>> Open(Caller caller, ListQuery query, CancellationToken ct) =>
        Task.FromResult(Outcome<IStreamSource>.Of(new Source(new JobWatch(database, clock), jobs, caller.TenantId)));

    sealed class Source(JobWatch watch, JobQueue jobs, Guid tenantId) : IStreamSource
    {
        public TimeSpan Patience => TimeSpan.FromSeconds(2);

        public Task Stirred(CancellationToken ct) => jobs.Moved(tenantId);

        public async Task<Outcome<IReadOnlyList<StreamEvent>>> Look(Caller caller, CancellationToken ct) =>
            Outcome<IReadOnlyList<StreamEvent>>.Of([.. (await watch.Look(caller, ct)).Select(StreamEvent.Of)]);
    }
}
