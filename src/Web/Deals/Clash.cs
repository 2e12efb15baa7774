using Crm.Web.Records;
using Crm.Web.Text;

namespace Crm.Web.Deals;

/// <summary>A field in which what I wrote and what is saved now differ.</summary>
public sealed record Clash(string Field, string Mine, string Theirs)
{
    internal static IReadOnlyList<Clash> Between(DealDraft mine, Deal theirs, Texts t, NameBook names)
    {
        string Day(DateOnly? day) => day is { } at ? t.Format.Date(at) : "–";
        string Text(string? text) => string.IsNullOrEmpty(text) ? "–" : text;
        Clash[] all =
        [
            new(t.OpportunityName, mine.Name, theirs.Name),
            new(t.Customer, names.Customer(mine.CustomerId)?.Name ?? "–", names.Customer(theirs.CustomerId)?.Name ?? "–"),
            new(t.Type, t.TypeName(mine.Type), t.TypeName(theirs.Type)),
            new(t.Owner, names.Member(mine.OwnerId)?.Name ?? "–", names.Member(theirs.OwnerId)?.Name ?? "–"),
            new(t.Amount, mine.Amount is { } amount ? t.Format.Money(amount, mine.Currency) : "–", t.Format.Money(theirs.Amount, theirs.Currency)),
            new(t.CloseDate, Day(mine.CloseDate), Day(theirs.CloseDate)),
            new(t.NextStep, Text(mine.NextStep), Text(theirs.NextStep)),
            new(t.NextStepDate, Day(mine.NextStepDate), Day(theirs.NextStepDate)),
            new(t.Need, Text(mine.Need), Text(theirs.Need)),
        ];
        return [.. all.Where(c => c.Mine != c.Theirs)];
    }
}
