namespace Crm.Web.Deals;

/// <summary>What the form says about an opportunity.</summary>
internal sealed record DealDraft(
    string Name, Guid CustomerId, string Type, Guid? OwnerId, decimal? Amount, string Currency, DateOnly? CloseDate, string NextStep, DateOnly? NextStepDate, string Need,
    Dictionary<string, object>? Custom = null)
{
    public Client.CreateOpportunity ToCreate() => new()
    {
        Name = Name,
        CustomerId = CustomerId,
        Type = Enum.Parse<Client.OpportunityType>(Type),
        OwnerId = OwnerId,
        Amount = Amount is { } amount ? new Client.Money { Amount = amount, Currency = Currency } : null,
        Currency = Amount is null && Currency.Length > 0 ? Currency : null,
        CloseDate = CloseDate,
        NextStep = Text(NextStep),
        NextStepDate = NextStepDate,
        Need = Text(Need),
        Custom = Custom,
    };

    private static string? Text(string text) => text.Length == 0 ? null : text;
}
