using Crm.Activities.Data;
using Crm.Contracts.Opportunities;
using Crm.Platform.Data;
using Crm.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace Crm.Activities.Reactions;

/// <summary>An opportunity that is moved to another customer takes its activities and tasks to that customer's timeline.</summary>
internal sealed class FollowCustomer : IReaction
{
    const string Opportunity = "Opportunity";

    public string Name => "activities.follow-customer";

    public IReadOnlyCollection<string> Events { get; } = ["opportunities.edited.v1"];

    public async Task Handle(CrmDb db, IReadOnlyList<DeliveredEvent> events, CancellationToken ct)
    {
        // Of several edits of one opportunity the last tells where it stands.
        foreach (var facts in events.Select(e => e.As<OpportunityEdited>().Facts).GroupBy(facts => facts.OpportunityId).Select(group => group.Last()))
        {
            await db.Set<Activity>().Where(row => row.RecordKind == Opportunity && row.RecordId == facts.OpportunityId && row.CustomerId != facts.CustomerId)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.CustomerId, facts.CustomerId).SetProperty(row => row.Version, row => row.Version + 1), ct);
            await db.Set<WorkTask>().Where(row => row.RecordKind == Opportunity && row.RecordId == facts.OpportunityId && row.CustomerId != facts.CustomerId)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.CustomerId, facts.CustomerId).SetProperty(row => row.Version, row => row.Version + 1), ct);
        }
    }
}
