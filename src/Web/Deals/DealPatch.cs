namespace Crm.Web.Deals;

/// <summary>The merge patch of an edit: only what the person changed, so that saving over somebody else's change keeps the rest of it.</summary>
internal static class DealPatch
{
    public static Client.EditOpportunityPatch Of(Deal before, DealDraft draft)
    {
        var patch = new Client.EditOpportunityPatch();
        if (draft.Name != before.Name) patch.Name = draft.Name;
        if (draft.CustomerId != before.CustomerId) patch.CustomerId = draft.CustomerId;
        if (draft.Type != before.Type) patch.Type = Enum.Parse<Client.OpportunityType>(draft.Type);
        if (draft.OwnerId is { } owner && owner != before.OwnerId) patch.OwnerId = owner;
        if (!before.ByLines && draft.Amount is { } amount && (amount != before.Amount || draft.Currency != before.Currency))
            patch.Amount = new Client.Money { Amount = amount, Currency = draft.Currency };
        if (draft.CloseDate != before.CloseDate) patch.CloseDate = draft.CloseDate;
        if (draft.NextStep != (before.NextStep ?? "")) patch.NextStep = draft.NextStep;
        if (draft.NextStepDate != before.NextStepDate) patch.NextStepDate = draft.NextStepDate;
        if (draft.Need != (before.Need ?? "")) patch.Need = draft.Need;
        patch.Custom = draft.Custom;
        return patch;
    }
}
