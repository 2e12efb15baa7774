using Crm.Web.Deals;
using Crm.Web.Records;
using Crm.Web.Text;
using Microsoft.AspNetCore.Components;

namespace Crm.Web.Shell;

/// <summary>Records for the command palette, as the server finds them.</summary>
internal sealed class RecordSearch(DealCalls deals, NameBook names, Sessions.Session session, NavigationManager navigation)
{
    private const int Most = 6;

    public async Task<IReadOnlyList<PaletteEntry>> Find(string text, Texts texts, CancellationToken ct)
    {
        var opportunities = session.May("ReadOpportunities")
            ? deals.List(new DealFilter { Text = text }, null, Most, ct)
            : Task.FromResult(new DealPage([], null));
        IReadOnlyList<Parts.Choice> customers = session.May("ReadCustomers") ? await names.FindCustomers(text, ct) : [];
        return
        [
            .. (await opportunities).Items.Select(deal => new PaletteEntry(
                texts.Opportunities, "list", deal.Name, texts.StatusName(deal.Status) + " · " + texts.Format.Compact(deal.Amount, deal.Currency), () => navigation.NavigateTo("opportunities/" + deal.Id))),
            .. customers.Take(Most).Select(customer => new PaletteEntry(texts.Customers, "customers", customer.Name, null, () => navigation.NavigateTo("customers/" + customer.Id))),
        ];
    }
}
