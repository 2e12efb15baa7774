using Crm.Contracts.Opportunities;
using Crm.Opportunities.Domain;

namespace Crm.Opportunities.Data;

/// <summary>The event that tells of a change.</summary>
internal static class ChangeEvent
{
    public static OpportunityChanged Of(Change change)
    {
        var facts = Facts(change);
        return change.Kind switch
        {
            ChangeKind.Opened => new OpportunityOpened(facts),
            ChangeKind.Edited => new OpportunityEdited(facts),
            ChangeKind.Advanced => new OpportunityAdvanced(facts),
            ChangeKind.MovedBack => new OpportunityMovedBack(facts),
            ChangeKind.Won => new OpportunityWon(facts),
            ChangeKind.Lost => new OpportunityLost(facts),
            ChangeKind.Abandoned => new OpportunityAbandoned(facts),
            ChangeKind.Held => new OpportunityHeld(facts),
            ChangeKind.Resumed => new OpportunityResumed(facts),
            ChangeKind.Reopened => new OpportunityReopened(facts),
            ChangeKind.Revalued => new OpportunityRevalued(facts),
            ChangeKind.Archived => new OpportunityArchived(facts),
            ChangeKind.Restored => new OpportunityRestored(facts),
            _ => throw new InvalidOperationException($"{change.Kind} has no event."),
        };
    }

    static OpportunityEventFacts Facts(Change change)
    {
        var now = change.After;
        return new OpportunityEventFacts
        {
            OpportunityId = now.Id,
            Version = now.Version,
            HoldsAt = change.HoldsAt,
            Status = now.Status,
            Archived = now.ArchivedAt is not null,
            MethodId = now.MethodId,
            MethodVersion = now.MethodVersion,
            Stage = now.Stage,
            FormerStage = change.Before?.Stage,
            Amount = now.Amount,
            Currency = now.CurrencyCode,
            BaseAmount = now.BaseAmount,
            Probability = now.Probability,
            Category = now.Category,
            CloseDate = now.CloseDate,
            ClosedOn = now.ClosedOn,
            CustomerId = now.CustomerId,
            OwnerId = now.OwnerId,
            FormerOwnerId = change.Before?.OwnerId,
            DepartmentId = now.DepartmentId,
        };
    }
}
