using Crm.Contracts.Organization;
using Crm.Opportunities.Grains;
using Crm.Platform;
using Crm.Platform.Lists;
using Crm.Platform.Security;
using Crm.Platform.Streaming;

namespace Crm.Opportunities.UseCases;

/// <summary>The live funnel on the stream: its whole body on every change, within what the caller may see at that moment.</summary>
internal sealed class FollowFunnel(IGrainFactory grains, IOrganizationDirectory organization) : IStreamTopic
{
    static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    public string Name => "funnel";

    public string Description => "the funnel's body on every change";

    public Permission Requires => Permission.ReadFunnel;

    public IEnumerable<ListParameter> Parameters =>
    [
        new("groupBy", typeof(string), "funnel: stage or band."),
        new("ownerId", typeof(Guid), "funnel: only this owner's."),
        new("departmentId", typeof(Guid), "funnel: only this department's and those below it."),
        new("productId", typeof(Guid), "funnel: only lines of this product."),
        new("currency", typeof(string), "funnel: only opportunities in this currency."),
    ];

    public async Task<Outcome<IStreamSource>> Open(Caller caller, ListQuery query, CancellationToken ct)
    {
        var filter = Filter.Read(query);
        if (filter.Refused(out var refusal)) return refusal;
        var question = await filter.Value.Ask(caller, organization, ct);
        return question.Refused(out refusal) ? refusal : new Source(grains.Funnel(caller.TenantId), filter.Value, organization);
    }

    sealed class Source(IFunnelGrain funnel, Filter filter, IOrganizationDirectory organization) : IStreamSource
    {
        long _revision = -1;
        ScopeRule? _sight;

        public TimeSpan Patience => LongestWait;

        public Task Stirred(CancellationToken ct) => funnel.WaitForChange(_revision, LongestWait);

        public async Task<Outcome<IReadOnlyList<StreamEvent>>> Look(Caller caller, CancellationToken ct)
        {
            var question = await filter.Ask(caller, organization, ct);
            if (question.Refused(out var refusal)) return refusal;
            var answer = await funnel.Read(question.Value);
            // Who has moved, or whose role has changed, sees another funnel though nothing in it moved.
            if (answer.Revision == _revision && question.Value.Scope == _sight) return Outcome<IReadOnlyList<StreamEvent>>.Of([]);
            _revision = answer.Revision;
            _sight = question.Value.Scope;
            return Outcome<IReadOnlyList<StreamEvent>>.Of([new StreamEvent(answer.Json, answer.Revision)]);
        }
    }

    sealed record Filter(string? GroupBy, Guid? OwnerId, Guid? DepartmentId, Guid? ProductId, string? Currency)
    {
        public static Outcome<Filter> Read(ListQuery query)
        {
            var owner = Id(query, "ownerId");
            if (owner.Refused(out var refusal)) return refusal;
            var department = Id(query, "departmentId");
            if (department.Refused(out refusal)) return refusal;
            var product = Id(query, "productId");
            if (product.Refused(out refusal)) return refusal;
            return new Filter(Text(query, "groupBy"), owner.Value, department.Value, product.Value, Text(query, "currency"));
        }

        public ValueTask<Outcome<FunnelQuery>> Ask(Caller caller, IOrganizationDirectory organization, CancellationToken ct) =>
            FunnelQuestion.Read(caller, GroupBy, OwnerId, DepartmentId, ProductId, Currency, organization, ct);

        static string? Text(ListQuery query, string name) => query.Parameters.TryGetValue(name, out var value) && value.Count > 0 ? value.ToString() : null;

        static Outcome<Guid?> Id(ListQuery query, string name) =>
            Text(query, name) is not { } text ? (Guid?)null
            : Guid.TryParseExact(text, "D", out var id) ? id
            : Refusal.Field(name, "request/bad-value", "Expected an id.");
    }
}
